// SPDX-License-Identifier: GPL-3.0-or-later
// Marks settlements of a project at random until it is killed: the victim of test_kill_marks.
//   mark_loop PROJECT SEED MARKS
// Before each marking it says 'try N' with the number of features, after it 'done ACTION'.
#include "core/project/project.h"

#include "tests/support/lamp_programme.h"

#include <QCoreApplication>

#include <cstdio>
#include <random>

namespace cuntu {
namespace {

constexpr unsigned k_settlements = 20;
constexpr unsigned k_mostAtOnce = 5;

void say(const char *word, long long number)
{
    std::printf("%s %lld\n", word, number);
    std::fflush(stdout);
}

MarkRequest randomMark(std::mt19937 &random)
{
    MarkRequest request;
    request.layer = QStringLiteral("settlements");
    const unsigned first = static_cast<unsigned>(random() % k_settlements);
    const unsigned count = 1 + static_cast<unsigned>(random() % k_mostAtOnce);
    for (unsigned i = 0; i < count; ++i) {
        request.features.push_back({1 + (first + i) % k_settlements});
    }
    request.status = random() % 2 == 0 ? QStringLiteral("WIRED") : QStringLiteral("LIT");
    request.effective = Day::fromNumber(17900 + static_cast<int>(random() % 300));
    request.who = QStringLiteral("mark_loop");
    request.note = QStringLiteral("note ") + QString(static_cast<int>(random() % 2000), u'x'); // over pages, too
    return request;
}

int run(const QStringList &arguments)
{
    auto project = Project::open(arguments[1], Access::ReadWrite, test::lampRegistry());
    if (!project || (*project)->isReadOnly()) {
        std::fprintf(stderr, "cannot open: %s\n",
                     qPrintable(project ? (*project)->readOnlyReason() : project.error().toText()));
        return 1;
    }
    std::mt19937 random(arguments[2].toUInt());
    for (int left = arguments[3].toInt(); left > 0;) {
        const MarkRequest request = randomMark(random);
        say("try", static_cast<long long>(request.features.size()));
        if (const auto marked = (*project)->mark(request)) { // the life cycle refuses some
            say("done", marked->value);
            --left;
        }
    }
    return 0;
}

} // namespace
} // namespace cuntu

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    return cuntu::run(QCoreApplication::arguments());
}
