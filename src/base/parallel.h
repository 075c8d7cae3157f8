// Runs a function for 0..count-1 on several threads. Results go into slots by index, so that no order of
// threads reaches an output.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace tally {

// The first exception that a call throws is thrown again here, after all threads have ended.
inline void ParallelFor(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& run) {
  threads = static_cast<unsigned>(std::min<std::size_t>(std::max(threads, 1u), count));
  if (threads <= 1) {
    for (std::size_t i = 0; i < count; ++i) run(i);
    return;
  }
  std::atomic<std::size_t> next = 0;
  std::exception_ptr failure;
  std::mutex failure_mutex;
  auto work = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        run(i);
      } catch (...) {
        std::lock_guard lock(failure_mutex);
        if (!failure) failure = std::current_exception();
      }
    }
  };
  std::vector<std::thread> pool;
  for (unsigned t = 0; t < threads; ++t) pool.emplace_back(work);
  for (std::thread& t : pool) t.join();
  if (failure) std::rethrow_exception(failure);
}

// What `make` gives for 0..count-1, in that order. `progress`, where given, is called with the number of
// those that are done, from any thread, one call at a time.
template <class Make>
auto ParallelMap(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& progress,
                 const Make& make) {
  std::vector<decltype(make(std::size_t{0}))> results(count);
  std::size_t done = 0;
  std::mutex mutex;
  ParallelFor(count, threads, [&](std::size_t i) {
    results[i] = make(i);
    std::lock_guard lock(mutex);
    ++done;
    if (progress) progress(done);
  });
  return results;
}

}  // namespace tally
