#include "apps/isnad/interrupt.h"

#include <csignal>

namespace isnad::apps {
namespace {

volatile std::sig_atomic_t asked = 0;

extern "C" void note_interrupt(int) { asked = 1; }

}  // namespace

void watch_for_interrupt() {
    struct sigaction action {};
    action.sa_handler = note_interrupt;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() { return asked != 0; }

}  // namespace isnad::apps
