// A stream of bytes that unpacks gzip and zstd as it is read, told by their first bytes, and hands on
// anything else as it is. Members and frames that stand one after the other are read as one, as gzip and zstd
// do.
#pragma once

#include <array>
#include <memory>
#include <streambuf>
#include <string>

namespace tally {

class Unpacker : public std::streambuf {
 public:
  // `source` must live as long.
  explicit Unpacker(std::streambuf& source);
  ~Unpacker() override;

  // Why the stream ended before its time: "the gzip data ends too early". Empty for a sound one.
  const std::string& error() const { return error_; }
  // False as long as nothing was read.
  bool packed() const { return decoder_ != nullptr; }

  // What is to be unpacked, step by step.
  class Decoder {
   public:
    virtual ~Decoder() = default;
    // Unpacks from [in, in_end) to [out, out_end) and moves `in` and `out`. Throws UserError with the reason
    // where the data are damaged.
    virtual void Step(const char*& in, const char* in_end, char*& out, char* out_end) = 0;
    // True between two members: here the data may end.
    virtual bool AtEnd() const = 0;
  };

 protected:
  int_type underflow() override;

 private:
  void Begin();
  bool FillInput();
  std::size_t Unpack();

  std::streambuf& source_;
  std::array<char, 1 << 16> input_;
  std::array<char, 1 << 16> output_;
  const char* in_ = nullptr;
  const char* in_end_ = nullptr;
  bool begun_ = false;
  std::unique_ptr<Decoder> decoder_;
  std::string name_;  // "gzip"
  std::string error_;
};

}  // namespace tally
