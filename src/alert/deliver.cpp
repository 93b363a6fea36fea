// SPDX-License-Identifier: Apache-2.0
#include "alert/deliver.h"

#include <fmt/format.h>

#include <algorithm>

#include "alert/run_command.h"
#include "format/alert.h"

namespace masudi::alert {
namespace {

constexpr std::int64_t kMinute = 60, kHour = 3600;
constexpr std::int64_t kMostAttempts = 30;

// How one attempt went.
struct Attempt {
  std::string failure;     // empty: it arrived
  std::int64_t pause = 0;  // seconds that the receiver asks for
};

Attempt post(net::Client& client, const std::string& url, const std::string& body) {
  const auto answer = client.post({url, "application/json", body});
  if (!answer) return {answer.error().message, 0};
  if (answer->is_good()) return {};
  return {fmt::format("{}: answered {}", url, net::status_in_words(answer->status)), answer->retry_after.value_or(0)};
}

Attempt attempt(net::Client& client, const DeliverySettings& settings, const store::Delivery& delivery) {
  const std::string body = format::alert_json(delivery.alert) + '\n';
  const auto& [way, target] = delivery.destination;
  if (way == "webhook") return post(client, target, body);
  if (way != "command") return {fmt::format("there is no way \"{}\" to deliver", way), 0};
  const auto done = run_command(target, body, settings.command_patience);
  return {done ? "" : done.error().message, 0};
}

Result<void> note(store::Store& store, const store::Delivery& delivery, const Attempt& made, std::int64_t now,
                  Deliveries& sums) {
  if (made.failure.empty()) return ++sums.delivered, store::mark_delivered(store, delivery);
  const std::int64_t attempts = delivery.attempts + 1;
  const bool give_up = attempts >= kMostAttempts;
  ++(give_up ? sums.given_up : sums.waiting);
  sums.failures.push_back(
      fmt::format("alert {} of \"{}\": {}", delivery.alert.id, delivery.alert.search, made.failure));
  const std::int64_t pause = std::clamp(made.pause, pause_after(attempts), kHour);
  return store::mark_failed(store, delivery, made.failure, now + pause, give_up);
}

}  // namespace

std::int64_t pause_after(std::int64_t attempts) {
  constexpr std::int64_t kMostDoublings = 6;
  return std::min(kHour, kMinute << std::clamp<std::int64_t>(attempts - 1, 0, kMostDoublings));
}

Result<Deliveries> deliver(store::Store& store, const DeliverySettings& settings, std::int64_t now) {
  const auto waiting = store::waiting_deliveries(store, now, settings.all);
  if (!waiting) return tl::make_unexpected(waiting.error());
  Deliveries sums;
  if (waiting->empty()) return sums;
  net::Client client(settings.net);
  for (const store::Delivery& delivery : *waiting) {
    const auto claimed = store::claim(store, delivery, now + pause_after(delivery.attempts + 1));
    if (!claimed) return tl::make_unexpected(claimed.error());
    if (!*claimed) continue;
    const Attempt made = attempt(client, settings, delivery);
    if (auto done = note(store, delivery, made, now, sums); !done) return tl::make_unexpected(std::move(done.error()));
  }
  return sums;
}

}  // namespace masudi::alert
