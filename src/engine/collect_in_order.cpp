#include "engine/collect_in_order.h"

#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <new>
#include <thread>

#include "base/limits.h"
#include "source/read_page.h"

namespace isnad::engine {
namespace {

// One arrival on its way. Its place in the line does not change until it is taken.
struct Ticket {
    source::Arrival arrival;
    Reading reading;
    std::uint64_t bytes = 0;
    bool done = false;
};

class Line {
  public:
    Line(source::Inputs& inputs, const Knowledge& knowledge, const InOrder& how)
        : inputs_(inputs),
          knowledge_(knowledge),
          how_(how),
          threads_(threads_of(how.threads)),
          // The calling thread only reads and hands over; the arena is for the others.
          allowed_(tbb::global_control::max_allowed_parallelism, threads_ + 1),
          arena_(static_cast<int>(threads_), 0) {}

    void run() {
        bool more = true;
        while (hand_over()) {
            if (more && has_room())
                more = read();
            else if (line_.empty())
                break;
            else
                wait_for_first();
        }
        wait_for_all();
    }

  private:
    // Hands over what is done at the head of the line; false when the taker wants no more.
    bool hand_over() {
        while (!line_.empty() && first_is_done()) {
            Reading reading = std::move(line_.front().reading);
            bytes_ -= line_.front().bytes;
            line_.pop_front();
            if (!how_.take(std::move(reading))) return false;
        }
        return true;
    }

    bool first_is_done() {
        const std::lock_guard lock(mutex_);
        return line_.front().done;
    }

    bool has_room() const {
        return line_.empty() || (line_.size() < std::min(limits::pages_in_flight, 4 * threads_) &&
                                 bytes_ < limits::bytes_in_flight);
    }

    // Reads one arrival and has it analysed; false at the end.
    bool read() {
        auto arrival = inputs_.next();
        if (!arrival) return false;
        Ticket& ticket = line_.emplace_back();
        ticket.arrival = std::move(*arrival);
        ticket.bytes = ticket.arrival.page.bytes.size();
        ticket.reading.behind = inputs_.position();
        bytes_ += ticket.bytes;
        {
            const std::lock_guard lock(mutex_);
            ++working_;
        }
        arena_.enqueue([this, &ticket] { work(ticket); });
        return true;
    }

    void work(Ticket& ticket) {
        try {
            analyze_arrival(ticket);
            if (how_.render) how_.render(ticket.reading);
        } catch (const std::bad_alloc&) {
            ticket.reading.analysis.reset();
            ticket.reading.failed = Error{"no_memory",
                                          "the page needs more memory than there is",
                                          {.file = ticket.reading.origin.path},
                                          ErrorKind::environment};
        }
        const std::lock_guard lock(mutex_);
        ticket.done = true;
        --working_;
        changed_.notify_one();
    }

    void analyze_arrival(Ticket& ticket) const {
        source::Arrival& arrival = ticket.arrival;
        Reading& reading = ticket.reading;
        source::Origin& origin = arrival.page.origin;
        if (!origin.fetched) origin.fetched = how_.now;
        reading.origin.path = origin.path;
        reading.origin.part = origin.part;
        reading.failed = std::move(arrival.failed);
        reading.severity = arrival.severity;
        if (reading.failed) return;
        reading.analysis =
            analyze(source::read_page(std::move(arrival.page.bytes), std::move(origin)), knowledge_);
        auto& problems = reading.analysis->problems;
        problems.insert(problems.begin(), arrival.problems.begin(), arrival.problems.end());
    }

    void wait_for_first() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return line_.front().done; });
    }

    void wait_for_all() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return working_ == 0; });
    }

    source::Inputs& inputs_;
    const Knowledge& knowledge_;
    const InOrder& how_;
    std::size_t threads_;
    tbb::global_control allowed_;
    tbb::task_arena arena_;
    std::deque<Ticket> line_;  // the calling thread's; tickets stay where they are
    std::uint64_t bytes_ = 0;  // of the pages in it
    std::mutex mutex_;         // of `done` and `working_`
    std::condition_variable changed_;
    std::size_t working_ = 0;
};

}  // namespace

std::size_t threads_of(std::size_t wanted) {
    constexpr std::size_t most = 1024;
    return std::min(most,
                    wanted > 0 ? wanted : std::max<std::size_t>(1, std::thread::hardware_concurrency()));
}

void analyze_in_order(source::Inputs& inputs, const Knowledge& knowledge, const InOrder& how) {
    Line(inputs, knowledge, how).run();
}

}  // namespace isnad::engine
