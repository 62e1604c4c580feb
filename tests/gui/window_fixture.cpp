// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_fixture.h"

#include "tests/gui/demo_programme.h"
#include "ui/i18n/translations.h"
#include "ui/panels/inspector_panel.h"

#include <QApplication>
#include <QPushButton>
#include <QTableView>

namespace cuntu::test {

WindowFixture::WindowFixture(Language language)
{
    qputenv("CUNTU_SETTINGS_DIR", m_folder.path().toUtf8());
    qputenv("USER", "tester");
    {
        ui::Settings settings;
        settings.setLanguage(language);
    }
    ui::useLanguage(*qApp, language);
    makeWindow();
}

WindowFixture::~WindowFixture() = default;

void WindowFixture::makeWindow()
{
    WindowOptions options;
    options.plugins = demoPlugins();
    options.sampleFolder = data({});
    m_window = std::make_unique<ui::MainWindow>(*qApp, options);
    m_window->show();
}

void WindowFixture::restart()
{
    m_window.reset();
    makeWindow();
}

bool WindowFixture::activate()
{
    // Asked of the platform, as a dialog that was closed leaves no window active where no manager of windows runs.
    m_window->activateWindow();
    return QTest::qWaitForWindowActive(m_window.get());
}

QString WindowFixture::data(const QString &name)
{
    return QStringLiteral(CUNTU_SOURCE_DIR) + QStringLiteral("/tests/data/small_county/") + name;
}

bool WindowFixture::openSample()
{
    QTest::mouseClick(find<QPushButton>(QStringLiteral("welcomeSample")), Qt::LeftButton);
    return QTest::qWaitFor([this] { return isSettled() && !m_window->map().request().layers.empty(); }, 20000);
}

bool WindowFixture::isSettled() const
{
    return m_window->bench().session.state() && !m_window->bench().jobs.isBusy() &&
           m_window->mapController().isUpToDate();
}

bool WindowFixture::pick(const QString &layer, const QStringList &keys)
{
    std::vector<FeatureId> ids;
    for (const QString &key : keys) {
        auto id = bench().session.project()->findFeature(layer, key);
        if (!id) {
            return false;
        }
        ids.push_back(*id);
    }
    bench().view.select(layer, ids, ui::SelectMode::Replace);
    return QTest::qWaitFor(
        [this] {
            const auto &card = m_window->panels().inspector().card();
            return isSettled() && card && card->selection == bench().view.selection();
        },
        10000);
}

bool WindowFixture::trigger(const QString &action)
{
    QAction *found = m_window->actions().find(action);
    if (found == nullptr || !found->isEnabled()) {
        return false;
    }
    found->trigger();
    return true;
}

QWidget *WindowFixture::findWidget(const QString &name) const
{
    if (QWidget *modal = QApplication::activeModalWidget()) {
        if (QWidget *found = modal->objectName() == name ? modal : modal->findChild<QWidget *>(name)) {
            return found;
        }
    }
    return m_window->findChild<QWidget *>(name);
}

QString WindowFixture::figure(int column) const
{
    const auto *table = find<QTableView>(QStringLiteral("indicatorTable"));
    return table->model()->rowCount() > 0 ? table->model()->index(0, column).data().toString() : QString();
}

} // namespace cuntu::test
