// gzip is RFC 1952, by zlib; zstd is RFC 8878, by libzstd.
#include "input/unpack.h"

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <ios>
#include <stdexcept>
#include <string_view>

#include "base/error.h"

namespace tally {
namespace {

class GzipDecoder : public Unpacker::Decoder {
 public:
  GzipDecoder() {
    // 15 bits of window, as in every file; 16 more ask for gzip rather than zlib.
    if (inflateInit2(&stream_, 15 + 16) != Z_OK) throw std::runtime_error("zlib: no memory");
  }
  ~GzipDecoder() override { inflateEnd(&stream_); }
  GzipDecoder(const GzipDecoder&) = delete;
  GzipDecoder& operator=(const GzipDecoder&) = delete;

  void Step(const char*& in, const char* in_end, char*& out, char* out_end) override {
    if (between_members_) {
      // Archives on tapes and block devices are padded with zeros.
      while (in != in_end && *in == '\0') ++in;
      if (in == in_end) return;
      inflateReset(&stream_);
      between_members_ = false;
    }
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in));
    stream_.avail_in = static_cast<uInt>(in_end - in);
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = static_cast<uInt>(out_end - out);
    int status = inflate(&stream_, Z_NO_FLUSH);
    in = in_end - stream_.avail_in;
    out = out_end - stream_.avail_out;
    if (status == Z_STREAM_END) between_members_ = true;
    if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) {
      throw UserError(
          fmt::format("is damaged: {}", stream_.msg != nullptr ? stream_.msg : "it needs a dictionary"));
    }
  }

  bool AtEnd() const override { return between_members_; }

 private:
  z_stream stream_ = {};
  bool between_members_ = false;
};

class ZstdDecoder : public Unpacker::Decoder {
 public:
  ZstdDecoder() : stream_(ZSTD_createDStream(), ZSTD_freeDStream) {
    if (stream_ == nullptr) throw std::runtime_error("zstd: no memory");
  }

  void Step(const char*& in, const char* in_end, char*& out, char* out_end) override {
    ZSTD_inBuffer from{in, static_cast<std::size_t>(in_end - in), 0};
    ZSTD_outBuffer to{out, static_cast<std::size_t>(out_end - out), 0};
    std::size_t left = ZSTD_decompressStream(stream_.get(), &to, &from);
    in += from.pos;
    out += to.pos;
    if (ZSTD_isError(left)) throw UserError(fmt::format("is damaged: {}", ZSTD_getErrorName(left)));
    // A call that had nothing to do says nothing about the frame.
    if (from.pos > 0 || to.pos > 0) at_end_ = left == 0;
  }

  bool AtEnd() const override { return at_end_; }

 private:
  std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream_;
  bool at_end_ = false;
};

}  // namespace

Unpacker::Unpacker(std::streambuf& source) : source_(source) {}
Unpacker::~Unpacker() = default;

bool Unpacker::FillInput() {
  std::streamsize count = 0;
  try {
    count = source_.sgetn(input_.data(), static_cast<std::streamsize>(input_.size()));
  } catch (const std::ios_base::failure&) {
    // A file buffer throws where the disk or the network fails.
    error_ = "reading failed half-way";
  }
  in_ = input_.data();
  in_end_ = in_ + count;
  return count > 0;
}

void Unpacker::Begin() {
  begun_ = true;
  FillInput();
  std::string_view head(in_, static_cast<std::size_t>(in_end_ - in_));
  if (head.starts_with("\x1F\x8B\x08")) {
    name_ = "gzip";
    decoder_ = std::make_unique<GzipDecoder>();
  } else if (head.starts_with("\x28\xB5\x2F\xFD")) {
    name_ = "zstd";
    decoder_ = std::make_unique<ZstdDecoder>();
  }
}

// One step that gives something; 0 at the end.
std::size_t Unpacker::Unpack() {
  char* out = output_.data();
  char* out_end = out + output_.size();
  for (;;) {
    // A full step may have left something behind in the decoder that needs no further input.
    decoder_->Step(in_, in_end_, out, out_end);
    if (out != output_.data()) return static_cast<std::size_t>(out - output_.data());
    if (in_ != in_end_) continue;
    if (FillInput()) continue;
    if (!error_.empty()) return 0;
    if (!decoder_->AtEnd()) throw UserError("ends too early");
    return 0;
  }
}

Unpacker::int_type Unpacker::underflow() {
  if (!begun_) Begin();
  if (!error_.empty()) return traits_type::eof();
  if (decoder_ == nullptr) {
    if (in_ == in_end_ && !FillInput()) return traits_type::eof();
    setg(const_cast<char*>(in_), const_cast<char*>(in_), const_cast<char*>(in_end_));
    in_ = in_end_;
    return traits_type::to_int_type(*gptr());
  }
  try {
    std::size_t count = Unpack();
    if (count == 0) return traits_type::eof();
    setg(output_.data(), output_.data(), output_.data() + count);
    return traits_type::to_int_type(*gptr());
  } catch (const UserError& error) {
    error_ = fmt::format("the {} data {}", name_, error.what());
    return traits_type::eof();
  }
}

}  // namespace tally
