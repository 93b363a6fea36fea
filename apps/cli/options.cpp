// SPDX-License-Identifier: Apache-2.0
#include "options.h"

namespace masudi::cli {

void add_input(CLI::App& app, Settings& s) {
  app.add_option("FILE", s.files, "Texts or JSONL files; - for standard input")->required();
  app.add_option("--date", s.date, "Day of reports that do not say theirs")->type_name("YYYY-MM-DD");
  app.add_option("--id", s.id, "Id of a plain text (its file name without the ending)")->type_name("ID");
  app.add_option("--max-size", s.max_size_mb, "Refuse longer texts and lines (32)")
      ->type_name("MB")
      ->check(CLI::Range(1, 4000));
  add_threads(app, s);
}

void add_threads(CLI::App& app, Settings& s) {
  app.add_option("--threads", s.threads, "Threads to work with (one a core); the output is always the same")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
}

void add_output(CLI::App& app, Settings& s) {
  app.add_option("--output,-o", s.output, "Write to this file (standard output)")->type_name("FILE");
}

void add_model(CLI::App& app, Settings& s) {
  app.add_option("--model", s.model, "Language model to use (the built-in one)")->type_name("FILE");
}

void add_knowledge(CLI::App& app, Settings& s) {
  app.add_option("--knowledge", s.knowledge, "Compiled knowledge to use (the built-in one)")->type_name("FILE");
}

}  // namespace masudi::cli
