// Containers for tests, made in memory by zlib, zstd and libarchive; and streams read to their end.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "source/streams/stream.h"

namespace isnad::source {

std::string gzipped(std::string_view bytes);
std::string zstd_frame(std::string_view bytes, std::string_view dictionary = {});
// By libarchive: "xz", "bzip2".
std::string filtered(std::string_view bytes, const std::string& filter);

using Members = std::vector<std::pair<std::string, std::string>>;  // name, bytes
std::string tar_of(const Members& members);
std::string zip_of(const Members& members);

// A WARC record with the lengths that belong to it.
std::string warc_record(const std::string& type, const std::string& address, const std::string& content_type,
                        const std::string& content);
// A response with status and headers ("Content-Type: text/html\r\n").
std::string http_record(const std::string& address, const std::string& content, int status = 200,
                        const std::string& headers = "Content-Type: text/html; charset=utf-8\r\n");

// All arrivals of the bytes as a file of that name.
std::vector<Arrival> arrivals_in(const std::string& bytes, const std::string& path,
                                 const StreamOptions& options = {});

// "part|bytes" of a page, "part!code" of a failure.
std::string told(const Arrival& arrival);
std::vector<std::string> told(const std::vector<Arrival>& arrivals);

// What is told from every position equals what came behind it the first time; the positions survive being
// written and read.
void check_positions(const std::string& bytes, const std::string& path, const StreamOptions& options = {});

}  // namespace isnad::source
