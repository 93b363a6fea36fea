// SPDX-License-Identifier: Apache-2.0
#include "world.h"

#include <fmt/format.h>
#include <zlib.h>

namespace masudi::tests {

using net::testing::Wire;

std::string story(const std::string& outlet, int number) {
  return fmt::format(
      "Rebels attacked an army post near the town of {0} on Monday and killed {1} soldiers, the defence ministry said. "
      "The {0} council asked both sides to stop the fighting, and said that {2} families had left the valley since "
      "then.",
      outlet, number + 3, 10 * number + 20);
}

std::string packed(const std::string& bytes) {
  constexpr int kGzip = 15 + 16, kMemory = 8;
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzip, kMemory, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

World::World(TestClock& clock)
    : clock_(clock), wire_([this](const Request& request, Line& line) { answer(request, line); }) {
  add_forms();
  add_oddities();
  add_articles_gone_wrong();
  add_bad_answers();
  add_bad_bodies();
}

std::size_t World::calls(const std::string& path) {
  const std::lock_guard lock(mutex_);
  return calls_[path];
}

void World::add_body(const std::string& name, std::size_t documents, const std::string& problem,
                     std::function<std::string()> body, const std::string& headers) {
  add({name, documents, problem, 60,
       [body, headers](const Request&, Line& line) { line.send(Wire::reply("200 OK", headers, body())); }});
}

void World::answer(const Request& request, Line& line) {
  {
    const std::lock_guard lock(mutex_);
    ++calls_[request.path];
  }
  for (const TestFeed& feed : feeds_) {
    if (request.path == "/" + feed.name) return feed.answer(request, line);
  }
  // "/article/OUTLET/NUMBER", perhaps with "?…"
  const std::string start = "/article/";
  const std::size_t slash = request.path.rfind('/');
  if (!request.path.starts_with(start) || slash < start.size())
    return void(line.send(Wire::reply("404 Not Found", "", "")));
  const std::string outlet = request.path.substr(start.size(), slash - start.size());
  const std::string page = fmt::format(
      "<html lang=en><title>News of {0}</title><meta name=date content=2024-03-11><body><nav><a href=/>Home</a></nav>"
      "<article><h1>News of {0}</h1><p>{1}</p></article></body></html>",
      outlet, story(outlet, std::atoi(request.path.c_str() + slash + 1)));
  line.send(Wire::reply("200 OK", "Content-Type: text/html\r\n", page));
}

}  // namespace masudi::tests
