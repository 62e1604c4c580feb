// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/tiles_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace cuntu::ui {
namespace {

const QString k_keyMark = QStringLiteral("{key}");
const QString k_urlForm = QStringLiteral("https://maps.example/{z}/{x}/{y}.png");

QLineEdit *line(const char *name)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QString::fromLatin1(name));
    return edit;
}

} // namespace

TilesDialog::TilesDialog(Workbench &bench, QWidget *parent)
    : QDialog(parent), m_bench(bench), m_knownServices(knownTileServices())
{
    setObjectName(QStringLiteral("tilesDialog"));
    setWindowTitle(tr("Add an online map"));
    setMinimumWidth(520);
    m_known = new QComboBox;
    m_known->setObjectName(QStringLiteral("tilesKnown"));
    for (const TileService &each : m_knownServices) {
        m_known->addItem(each.name);
    }
    m_known->addItem(tr("another, by its address"));
    m_name = line("tilesName");
    m_url = line("tilesUrl");
    m_url->setPlaceholderText(k_urlForm);
    m_matrix = new QComboBox;
    m_matrix->setObjectName(QStringLiteral("tilesMatrix"));
    m_matrix->addItem(tr("web Mercator (w)"), static_cast<int>(TileService::Matrix::Mercator));
    m_matrix->addItem(tr("longitude and latitude (c)"), static_cast<int>(TileService::Matrix::Degrees));
    m_deepest = new QSpinBox;
    m_deepest->setObjectName(QStringLiteral("tilesDeepest"));
    m_deepest->setRange(1, 24);
    m_key = line("tilesKey");
    m_key->setText(bench.settings.tileKey());
    m_missing = new QLabel;
    m_missing->setObjectName(QStringLiteral("tilesMissing"));
    m_missing->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Map"), m_known);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Address"), m_url);
    form->addRow(tr("&Tiles in"), m_matrix);
    form->addRow(tr("&Deepest level"), m_deepest);
    form->addRow(tr("Your &key"), m_key);
    form->addRow(m_missing);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setText(tr("Add"));
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_known, &QComboBox::currentIndexChanged, this, &TilesDialog::showKnown);
    for (QLineEdit *edit : {m_name, m_url, m_key}) {
        connect(edit, &QLineEdit::textChanged, this, &TilesDialog::check);
    }
    showKnown();
}

void TilesDialog::showKnown()
{
    const auto index = static_cast<std::size_t>(m_known->currentIndex());
    const TileService service = index < m_knownServices.size() ? m_knownServices[index] : TileService();
    m_name->setText(service.name);
    m_url->setText(service.url);
    m_matrix->setCurrentIndex(m_matrix->findData(static_cast<int>(service.matrix)));
    m_deepest->setValue(service.deepest);
    check();
}

std::optional<TileService> TilesDialog::service() const
{
    const TileService asked{m_name->text().trimmed(), m_url->text().trimmed(),
                            static_cast<TileService::Matrix>(m_matrix->currentData().toInt()), m_deepest->value()};
    const bool wantsKey = asked.url.contains(k_keyMark) && m_key->text().trimmed().isEmpty();
    return asked.name.isEmpty() || wantsKey ? std::nullopt : tileServiceFrom(tileAddress(asked));
}

void TilesDialog::check()
{
    const QString url = m_url->text();
    m_key->setEnabled(url.contains(k_keyMark));
    m_ok->setEnabled(service().has_value());
    QString missing;
    if (url.contains(k_keyMark) && m_key->text().trimmed().isEmpty()) {
        missing = tr("This server wants a key of your own: make one at the server's site and write it here. It stays "
                     "with you and is no part of the project.");
    } else if (!url.isEmpty() && !service()) {
        missing = tr("The address begins with https:// and holds {z}, {x} and {y}; the map needs a name.");
    }
    m_missing->setText(missing);
}

void TilesDialog::done(int result)
{
    if (result == QDialog::Accepted && m_key->isEnabled()) {
        m_bench.settings.setTileKey(m_key->text().trimmed());
    }
    QDialog::done(result);
}

} // namespace cuntu::ui
