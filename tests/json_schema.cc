#include "json_schema.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

// nlohmann's own switch for exceptions is not valijson's.
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace tally {
namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;

nlohmann::json ReadSchema(const std::string& path) {
  std::ifstream file(TALLY_SOURCE_DIR "/" + path);
  EXPECT_TRUE(file) << path;
  return nlohmann::json::parse(file);
}

}  // namespace

std::string SchemaErrors(const std::string& path, const nlohmann::json& json) {
  nlohmann::json schema_json = ReadSchema(path);
  valijson::Schema schema;
  valijson::SchemaParser parser;
  std::string folder = path.substr(0, path.rfind('/') + 1);
  auto fetch = [&](const std::string& uri) { return new nlohmann::json(ReadSchema(folder + uri)); };
  auto release = [](const nlohmann::json* document) { delete document; };
  parser.populateSchema(Adapter(schema_json), schema, fetch, release);
  valijson::Validator validator;
  valijson::ValidationResults results;
  if (validator.validate(schema, Adapter(json), &results)) return "";
  std::ostringstream errors;
  for (const auto& error : results) {
    for (const std::string& step : error.context) errors << step;
    errors << ": " << error.description << "\n";
  }
  return errors.str();
}

}  // namespace tally
