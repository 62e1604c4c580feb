// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pinyin.h"

#include <unicode/translit.h>

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <utility>

namespace cuntu {

namespace {

/// ICU's rules, which take a while to load and may be used by one thread at a time.
class HanToLatin {
public:
    HanToLatin()
    {
        UErrorCode status = U_ZERO_ERROR;
        m_rules.reset(icu::Transliterator::createInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; Any-Lower",
                                                          UTRANS_FORWARD, status));
    }
    QString operator()(QStringView text)
    {
        icu::UnicodeString latin(false, text.utf16(), static_cast<int32_t>(text.size()));
        if (m_rules) {
            const std::lock_guard lock(m_mutex);
            m_rules->transliterate(latin);
        }
        return QString(reinterpret_cast<const QChar *>(latin.getBuffer()), static_cast<qsizetype>(latin.length()));
    }

private:
    std::mutex m_mutex;
    std::unique_ptr<icu::Transliterator> m_rules;
};

bool isHan(QChar c)
{
    return c.script() == QChar::Script_Han;
}

/// First letter of the reading of @p han; null where it has none. Each is asked for once: a county's names are written
/// with some thousand characters, but there are many names.
QChar hanInitial(QChar han)
{
    constexpr char16_t first = u'\u4E00';
    constexpr char16_t last = u'\u9FFF';
    constexpr char16_t none = u' ';
    static std::array<std::atomic<char16_t>, last - first + 1> known{}; // 0: not asked for yet
    const auto ask = [han] {
        const QStringList syllables = pinyinOf(QStringView(&han, 1));
        return syllables.isEmpty() ? none : syllables.front().front().unicode();
    };
    if (han.unicode() < first || han.unicode() > last) {
        const char16_t initial = ask();
        return initial == none ? QChar() : QChar(initial);
    }
    std::atomic<char16_t> &place = known[han.unicode() - first];
    char16_t initial = place.load(std::memory_order_relaxed);
    if (initial == 0) {
        initial = ask();
        place.store(initial, std::memory_order_relaxed);
    }
    return initial == none ? QChar() : QChar(initial);
}

} // namespace

QStringList pinyinOf(QStringView text)
{
    static HanToLatin toLatin;
    QString spaced; // ICU runs neighbouring syllables together where it is not told apart
    for (const QChar c : text) {
        spaced += isHan(c) || !c.isLetterOrNumber() ? QStringLiteral(" ") + c + QLatin1Char(' ') : QString(c);
    }
    QStringList syllables;
    for (const QString &word : toLatin(spaced).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (word.front().isLetterOrNumber()) {
            syllables << word;
        }
    }
    return syllables;
}

QString pinyinInitials(QStringView text)
{
    QString initials;
    bool inWord = false;
    for (const QChar c : text) {
        if (isHan(c)) {
            if (const QChar initial = hanInitial(c); !initial.isNull()) {
                initials += initial;
            }
            inWord = false;
        } else if (!c.isLetterOrNumber()) {
            inWord = false;
        } else if (!std::exchange(inWord, true)) {
            initials += pinyinOf(QStringView(&c, 1)).value(0, QString(c)).front();
        }
    }
    return initials;
}

} // namespace cuntu
