// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/sources/builder.h"

// What actor, agent and verb dictionaries have in common.
namespace masudi::knowledge {

// A line without its comment, and where it stands.
struct DictionaryLine {
  Line at;
  std::string_view text;  // trimmed; never empty
  bool indented = false;
};
void each_line(const std::string& file, std::string_view text, const std::function<void(const DictionaryLine&)>& use);

// "KOFI_ANNAN_" → "Kofi Annan", "U.N._" as it is: dictionaries write capitals, names want the case of the news.
std::string spoken_name(std::string_view name);
// "FARM_WORKER" → "farm worker".
std::string spoken_noun(std::string_view name);

// Takes the next "[…]" off the text; none where there is none. An open bracket ends with the line.
std::optional<std::string_view> take_bracket(std::string_view& text);

// "AFGGOV": the country, and the sectors joined by ';'. Not known: no code of ours and none of CAMEO's.
struct CameoActor {
  std::string code, sectors;
  bool known = false;
  bool region = false;  // one of CAMEO's parts of the world
};
CameoActor cameo_actor(std::string_view code, const Builder& builder);
// "GOVMIL" → "GOV;MIL". Religions are REL; what is no sector of ours is left out.
std::string cameo_sectors(std::string_view code);

void read_dictionary_actors(const std::string& file, std::string_view text, Builder& builder, std::size_t& left_out);
void read_dictionary_agents(const std::string& file, std::string_view text, Builder& builder, std::size_t& left_out);
void read_dictionary_verbs(const std::string& file, std::string_view text, Builder& builder, std::size_t& left_out);

}  // namespace masudi::knowledge
