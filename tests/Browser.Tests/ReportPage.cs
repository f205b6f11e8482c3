using Microsoft.Playwright;

namespace Clientele.Browser.Tests;

/// <summary>A report opened in a browser that keeps note of whatever it complains of or asks the network for.</summary>
internal sealed class ReportPage
{
    private readonly string _path;

    private ReportPage(IPage page, string path)
    {
        Page = page;
        _path = path;
    }

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    public static async Task<ReportPage> OpenAsync(IPage page, string path)
    {
        var report = new ReportPage(page, path);
        page.Console += report.Heard;
        page.PageError += report.Failed;
        page.Request += report.Asked;
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        return report;
    }

    /// <summary>Leaves the browser's page free for the next report.</summary>
    public void Close()
    {
        Page.Console -= Heard;
        Page.PageError -= Failed;
        Page.Request -= Asked;
    }

    /// <summary>What is said of each chart that lacks a role, a title or a longer description.</summary>
    public Task<string[]> ChartsWithoutTextAsync() => Page.EvaluateAsync<string[]>(
        """
        () => Array.from(document.querySelectorAll('svg'))
          .filter(svg => svg.getAttribute('role') !== 'img' || !svg.querySelector(':scope > title')?.textContent.trim())
          .map(svg => svg.outerHTML.slice(0, 120))
        """);

    /// <summary>The characters of the page that look like one that no font has.</summary>
    /// <remarks>A glyph is missing when it is drawn, to the last pixel, as that of an unassigned code point.</remarks>
    public Task<string> MissingGlyphsAsync() => Page.EvaluateAsync<string>(
        """
        () => {
          const canvas = document.createElement('canvas');
          canvas.width = canvas.height = 24;
          const context = canvas.getContext('2d', { willReadFrequently: true });
          context.font = '16px ' + getComputedStyle(document.body).fontFamily;
          const drawn = text => {
            context.clearRect(0, 0, 24, 24);
            context.fillText(text, 2, 18);
            return context.getImageData(0, 0, 24, 24).data.join();
          };
          const missing = drawn('\u{10FFFD}');
          return Array.from(new Set(document.body.innerText)).filter(it => it.trim() && drawn(it) === missing).join('');
        }
        """);

    private void Heard(object? sender, IConsoleMessage message) => Complaints.Add($"{message.Type}: {message.Text}");

    private void Failed(object? sender, string error) => Complaints.Add(error);

    private void Asked(object? sender, IRequest request)
    {
        if (request.Url != new Uri(_path).AbsoluteUri)
        {
            Complaints.Add($"asked for {request.Url}");
        }
    }
}
