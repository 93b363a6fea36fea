// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "base/hash.h"
#include "knowledge/sources/compile.h"
#include "knowledge/sources/dictionary.h"
#include "knowledge/sources/dictionary_lines.h"

namespace masudi::knowledge {
namespace {

// A little knowledge: three countries, somebody, a role.
const Knowledge& base() {
  static const Knowledge knowledge = [] {
    Builder b;
    const auto lines = [](const char* text) { return parse_lines("test", text); };
    read_countries(
        lines("AFG | AF | 004 | 700 | 700 | AF | AFG | Afghanistan |  | Afghan | Afghans | Kabul |  |\n"
              "KOR | KR | 410 | 732 | 732 | KS | KOR | South Korea |  | South Korean | South Koreans | Seoul |  |\n"),
        b);
    read_roles(lines("farmer | AGR |  |\n"), b);
    read_people(lines("# people\n\nHamid Karzai |  | AFG GOV 2001-12-22..2014-09-29 President | prominent\n"), b);
    read_actors(lines("Ghost Army | AFG | MIL |  | kind=army\n"), EntityKind::group, b);
    return Knowledge::keeping(b.image("test")).value();
  }();
  return knowledge;
}

std::vector<NameRef> named(const Knowledge& k, std::string_view phrase) {
  std::vector<Atom> atoms;
  append_atoms(phrase, atoms);
  std::uint64_t hash = kHashSeed;
  for (const Atom& atom : atoms) hash = extend(hash, atom);
  const auto hit = k.find_name(hash);
  if (!hit) return {};
  const auto refs = k.names(hit->refs);
  return {refs.begin(), refs.end()};
}

struct Loaded {
  explicit Loaded(std::string_view text)
      : builder(base()),
        left_out(read_dictionary("own.txt", text, builder)),
        knowledge(Knowledge::keeping(builder.image("own")).value()) {}
  Builder builder;
  std::size_t left_out;
  Knowledge knowledge;
};

TEST(Builder, RemembersFileAndLineOfRecords) {
  const auto karzai = named(base(), "Hamid Karzai");
  ASSERT_EQ(karzai.size(), 1U);
  const auto origin = base().origin(NameKind::entity, karzai[0].id);
  ASSERT_TRUE(origin);
  EXPECT_EQ(origin->file, "test");
  EXPECT_EQ(origin->line, 3U);
  EXPECT_FALSE(base().origin(NameKind::place, 0));
}

// Hashes that are spread evenly, and such as all begin at one slot, the first or the last.
TEST(Builder, SumsUpWeights) {
  for (const std::uint64_t start : {std::uint64_t{1} << 16, ~std::uint64_t{0} << 26}) {
    for (const std::uint32_t count : {0U, 1U, 300U}) {
      Builder b;
      std::vector<std::uint64_t> known, unknown = {0, 12345};
      double sum = 0;
      for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint64_t together = start + (std::uint64_t{2 * i} << 16), spread = hash_mix(7, i);
        b.weights[together] = static_cast<std::int16_t>(4 * i);
        b.weights[spread] = static_cast<std::int16_t>(-static_cast<int>(i));
        known.insert(known.end(), {together, spread});
        unknown.push_back(together + (1U << 16));
        sum += 3e-4 * i;
      }
      const Knowledge k = Knowledge::keeping(b.image("test")).value();
      EXPECT_NEAR(k.weight_of(known), sum, 1e-9);
      EXPECT_EQ(k.weight_of(unknown), 0);
      for (const std::uint64_t feature : known) EXPECT_EQ(k.weight_of({&feature, 1}), b.weights[feature] * kWeightUnit);
    }
  }
}

TEST(Builder, KeepsTheWeightsOfItsBaseUnlessTheyAreGivenAnew) {
  Builder first;
  constexpr std::uint64_t kOne = std::uint64_t{1} << 40, kTwo = std::uint64_t{2} << 40;
  first.weights = {{kOne, 10000}, {kTwo, -20000}};
  const Knowledge base = Knowledge::keeping(first.image("test")).value();
  Builder second(base);
  second.weights.insert_or_assign(kTwo, 50);
  const Knowledge k = Knowledge::keeping(second.image("test")).value();
  EXPECT_DOUBLE_EQ(k.weight_of(std::array{kOne, kTwo}), 1.005);
}

TEST(Builder, FindsPeopleByAWordOfTheFamilyName) {
  std::vector<Atom> atoms;
  append_atoms("Karzai", atoms);
  EXPECT_EQ(base().family(atoms[0]).size(), 1U);
  append_atoms("Hamid", atoms);
  EXPECT_TRUE(base().family(atoms[1]).empty());
}

TEST(Dictionary, ReadsActorsWithDaysAndOtherNames) {
  const Loaded own(
      "# a comment\nZED_MOVEMENT_ ; TABARI comment\n+ZED_FRONT\n\t[AFGREB 920101-960927]\n\t[AFGGOV >19960928]\n");
  EXPECT_TRUE(own.builder.problems().empty());
  const auto refs = named(own.knowledge, "Zed Front");
  ASSERT_EQ(refs.size(), 1U);
  EXPECT_EQ(refs[0].own, 1);
  const auto facts = own.knowledge.facts(own.knowledge.entities()[refs[0].id].facts);
  ASSERT_EQ(facts.size(), 4U);
  EXPECT_EQ(own.knowledge.text(facts[0].code), "AFG");
  EXPECT_EQ(own.knowledge.text(facts[3].sector), "GOV");
  EXPECT_EQ(own.knowledge.origin(NameKind::entity, refs[0].id)->line, 2U);
}

TEST(Dictionary, GoesBeforeWhatWeKnowOfTheName) {
  const Loaded own("GHOST_ARMY_ [KORREB]\n");
  const auto refs = named(own.knowledge, "Ghost Army");
  ASSERT_EQ(refs.size(), 2U);
  EXPECT_EQ(own.knowledge.text(own.knowledge.entities()[refs[0].id].code), "KOR");
  EXPECT_EQ(refs[1].own, 0);
  EXPECT_EQ(named(own.knowledge, "Hamid Karzai").size(), 1U);
}

TEST(Dictionary, LeavesCountriesCountries) {
  const Loaded own("AFGHANISTAN_ [AFG]\n+AFGHANESTAN_\n");
  EXPECT_EQ(named(own.knowledge, "Afghanistan").size(), 1U);
  ASSERT_EQ(named(own.knowledge, "Afghanestan").size(), 1U);
  EXPECT_EQ(named(own.knowledge, "Afghanestan")[0].kind, NameKind::country);
}

TEST(Dictionary, SaysWhatIsWrongWithLines) {
  const Loaded own("ONE [AFGGOV 2004017-20061201]\nTWO\nTHREE [QQQ]\n[AFG]\nFOUR [AFRGOV]\n");
  ASSERT_EQ(own.builder.problems().size(), 3U);
  EXPECT_TRUE(own.builder.problems()[0].starts_with("own.txt:1: no such days"));
  EXPECT_TRUE(own.builder.problems()[1].starts_with("own.txt:2: no code for"));
  EXPECT_TRUE(own.builder.problems()[2].starts_with("own.txt:3: no such code"));
  EXPECT_EQ(own.left_out, 1U);
}

TEST(Dictionary, ReadsAgentsWithSetsAndPlurals) {
  const Loaded own(
      "!PERSON! = MAN, MEN\nCATTLE!PERSON! [~AGR]\nSHEPHERD [~AGR]\nCHAMBER_OF_TRADE {CHAMBERS_OF_TRADE} [~BUS]\nMONK "
      "[~BUD]\n");
  EXPECT_TRUE(own.builder.problems().empty());
  ASSERT_EQ(named(own.knowledge, "cattlemen").size(), 1U);
  EXPECT_EQ(named(own.knowledge, "cattlemen")[0].plural, 1);
  EXPECT_EQ(named(own.knowledge, "shepherds").size(), 1U);
  EXPECT_EQ(named(own.knowledge, "chambers of trade").size(), 1U);
  EXPECT_EQ(own.knowledge.text(own.knowledge.roles()[named(own.knowledge, "monk")[0].id].sectors), "REL");
}

TEST(Dictionary, MakesEntriesOfVerbPatterns) {
  const Loaded own(
      "&AID\n+MONEY\n+GRAIN\n--- PROVIDE [070] ---\nPROVIDE {PROVIDED PROVIDING}\n- * &AID TO + [071]\n- FORCES * "
      "[190]\n- * + [9x]\n");
  ASSERT_EQ(own.builder.problems().size(), 1U);
  EXPECT_TRUE(own.builder.problems()[0].starts_with("own.txt:8: no such CAMEO code"));
  EXPECT_EQ(own.left_out, 1U);
  const auto ids = own.knowledge.triggers(trigger_key(TriggerKind::verb, "provide"));
  ASSERT_EQ(ids.size(), 2U);
  const TriggerRecord& pattern = own.knowledge.all_triggers()[ids[1]];
  EXPECT_EQ(own.knowledge.text(pattern.cameo), "071");
  EXPECT_EQ(own.knowledge.conditions(pattern.conditions).size(), 2U);
  EXPECT_EQ(pattern.own, 1U);
}

TEST(Dictionary, WritesNamesAsTheNewsDoes) {
  EXPECT_EQ(spoken_name("KOFI_ANNAN_"), "Kofi Annan");
  EXPECT_EQ(spoken_name("BANK_OF_ENGLAND"), "Bank of England");
  EXPECT_EQ(spoken_name("U.N._"), "U.N.");
  EXPECT_EQ(spoken_name("IRA_"), "IRA");
  EXPECT_EQ(spoken_name("UN_Secy_Gen"), "UN Secy Gen");
}

TEST(Dictionary, IsToldFromSourcesOfOurs) {
  EXPECT_TRUE(is_dictionary("UN_ [IGOUNO]\n"));
  EXPECT_FALSE(is_dictionary("Ghost Army | AFG | MIL |  | kind=army\n"));
}

}  // namespace
}  // namespace masudi::knowledge
