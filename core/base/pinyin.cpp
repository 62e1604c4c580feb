// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pinyin.h"

#include <unicode/translit.h>

#include <memory>
#include <mutex>

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
    for (const QString &syllable : pinyinOf(text)) {
        initials += syllable.front();
    }
    return initials;
}

} // namespace cuntu
