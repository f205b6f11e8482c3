using Clientele.Tests;

namespace Clientele.Browser.Tests;

/// <summary>Every report of the demo, in both languages, as a browser shows it.</summary>
public sealed class ReportTests(BrowserOnce browser) : IClassFixture<BrowserOnce>
{
    [FactNeeding("chromium")]
    public async Task Every_report_opens_without_a_complaint_a_request_a_missing_glyph_or_a_chart_without_text()
    {
        Assert.Contains(browser.Reports, path => path.EndsWith(".zh-CN.html", StringComparison.Ordinal));
        Assert.Contains(browser.Reports, path => path.EndsWith(".en.html", StringComparison.Ordinal));
        foreach (var path in browser.Reports)
        {
            var report = await ReportPage.OpenAsync(browser.Page, path);

            Assert.Equal("", await report.MissingGlyphsAsync());
            Assert.Empty(await report.ChartsWithoutTextAsync());
            Assert.Empty(report.Complaints);
            report.Close();
        }
    }

    [FactNeeding("chromium")]
    public async Task Every_table_of_every_report_sorts_by_each_of_its_columns_up_and_down()
    {
        var sorted = 0;
        foreach (var path in browser.Reports)
        {
            var report = await ReportPage.OpenAsync(browser.Page, path);
            var faults = await browser.Page.EvaluateAsync<string[]>(
                """
                () => Array.from(document.querySelectorAll('main thead th')).filter(th => th.closest('table').tBodies[0].rows.length > 1).flatMap(th => {
                  const body = th.closest('table').tBodies[0];
                  const before = Array.from(body.rows, row => row.textContent).sort().join();
                  const faults = [];
                  for (const way of ['ascending', 'descending']) {
                    th.querySelector('button')?.click();
                    if (th.getAttribute('aria-sort') !== way) faults.push(th.textContent + ' is not ' + way);
                    const values = Array.from(body.rows, row => row.cells[th.cellIndex]).filter(cell => cell.textContent.trim() && !cell.querySelector('.quiet')).map(cell => cell.textContent.trim());
                    const keys = th.classList.contains('n') ? values.map(it => parseFloat(it.replace(/[^0-9.-]/g, ''))) : values.filter(it => /^\d{4}-\d\d-\d\d/.test(it)).map(it => it.slice(0, 10));
                    if (keys.some((it, at) => at > 0 && (way === 'ascending' ? it < keys[at - 1] : it > keys[at - 1]))) faults.push(th.textContent + ': ' + keys.join(' '));
                  }
                  if (Array.from(body.rows, row => row.textContent).sort().join() !== before) faults.push(th.textContent + ' lost rows');
                  return faults;
                })
                """);

            Assert.Empty(faults);
            sorted += await browser.Page.Locator("th[aria-sort]").CountAsync();
            report.Close();
        }

        Assert.NotEqual(0, sorted);
    }

    [FactNeeding("chromium")]
    public async Task A_heading_is_reached_and_pressed_by_keyboard()
    {
        await browser.Page.GotoAsync(new Uri(browser.Reports.First(path => path.Contains("concentration.en", StringComparison.Ordinal))).AbsoluteUri);
        var heading = browser.Page.Locator("main th").First;

        await browser.Page.Keyboard.PressAsync("Tab");
        await browser.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("ascending", await heading.GetAttributeAsync("aria-sort"));
        await browser.Page.Keyboard.PressAsync("Space");
        Assert.Equal("descending", await heading.GetAttributeAsync("aria-sort"));
    }
}
