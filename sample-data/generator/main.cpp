// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a county that does not exist, in the files that counties keep.
#include "county.hpp"

#include <charconv>
#include <exception>
#include <iostream>
#include <string_view>

namespace {

constexpr std::string_view usage = "cuntu_sample_data --out DIR [--seed 1] [--settlements 1500] [--households 60000]\n";

struct Arguments {
    cuntu::sample::Request request;
    std::string out;
};

template <class T> bool readNumber(std::string_view text, T least, T &number)
{
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    return result.ec == std::errc() && result.ptr == text.data() + text.size() && number >= least;
}

bool readArguments(int count, char **values, Arguments &arguments)
{
    for (int i = 1; i + 1 < count; i += 2) {
        const std::string_view name = values[i];
        const std::string_view value = values[i + 1];
        if (name == "--out")
            arguments.out = value;
        else if (name == "--seed" && readNumber<std::uint64_t>(value, 0, arguments.request.seed))
            continue;
        else if (name == "--settlements" && readNumber(value, 20, arguments.request.settlements))
            continue;
        else if (name == "--households" && readNumber(value, 100, arguments.request.households))
            continue;
        else
            return false;
    }
    return count % 2 == 1 && !arguments.out.empty();
}

} // namespace

int main(int count, char **values)
{
    Arguments arguments;
    if (!readArguments(count, values, arguments)) {
        std::cerr << usage;
        return 2;
    }
    try {
        const auto county = cuntu::sample::makeCounty(arguments.request);
        const auto truth = cuntu::sample::writeCounty(county, arguments.out);
        for (const auto &[file, features] : truth.counts)
            std::cout << file << '\t' << features << '\n';
    } catch (const std::exception &error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
