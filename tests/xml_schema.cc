#include "xml_schema.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <memory>

namespace tally {
namespace {

void Collect(void* errors, xmlErrorPtr error) {
  auto& text = *static_cast<std::string*>(errors);
  text += std::to_string(error->line) + ": " + (error->message == nullptr ? "" : error->message);
}

template <class T, void (*Free)(T*)>
struct Freer {
  void operator()(T* object) const { Free(object); }
};
template <class T, void (*Free)(T*)>
using Owned = std::unique_ptr<T, Freer<T, Free>>;

}  // namespace

std::string XmlErrors(const std::string& path, const std::string& text) {
  std::string errors;
  xmlSetStructuredErrorFunc(&errors, reinterpret_cast<xmlStructuredErrorFunc>(Collect));
  Owned<xmlSchemaParserCtxt, xmlSchemaFreeParserCtxt> parser(
      xmlSchemaNewParserCtxt((TALLY_SOURCE_DIR "/" + path).c_str()));
  Owned<xmlSchema, xmlSchemaFree> schema(xmlSchemaParse(parser.get()));
  Owned<xmlDoc, xmlFreeDoc> document(
      xmlReadMemory(text.data(), static_cast<int>(text.size()), "in.xml", nullptr, XML_PARSE_NONET));
  if (schema && document) {
    Owned<xmlSchemaValidCtxt, xmlSchemaFreeValidCtxt> validator(xmlSchemaNewValidCtxt(schema.get()));
    xmlSchemaSetValidStructuredErrors(validator.get(), reinterpret_cast<xmlStructuredErrorFunc>(Collect),
                                      &errors);
    int result = xmlSchemaValidateDoc(validator.get(), document.get());
    if (result != 0 && errors.empty()) errors = "not valid";
  } else if (errors.empty()) {
    errors = "not read";
  }
  xmlSetStructuredErrorFunc(nullptr, nullptr);
  return errors;
}

}  // namespace tally
