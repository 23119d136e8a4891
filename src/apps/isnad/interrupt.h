// Ctrl-C (SIGINT) and SIGTERM as a question that a verb asks between two pages. A second one ends the program
// at once.
#pragma once

namespace isnad::apps {

void watch_for_interrupt();
bool interrupted();

}  // namespace isnad::apps
