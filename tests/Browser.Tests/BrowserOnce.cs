using Clientele.Host.Tests.Demo;
using Clientele.Tests;
using Microsoft.Playwright;

namespace Clientele.Browser.Tests;

/// <summary>The demo's reports and one page of the installed Chromium to open them in; nothing where Chromium is absent.</summary>
public sealed class BrowserOnce : IAsyncLifetime
{
    private readonly DemoOnce _demo = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal IPage Page { get; private set; } = null!;

    internal string[] Reports { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (Programs.Find("chromium") is not { } chromium)
        {
            return;
        }

        await _demo.InitializeAsync();
        Reports = [.. Directory.GetFiles(_demo.Folder, "*.html", SearchOption.AllDirectories).Where(path => Path.GetFileName(Path.GetDirectoryName(path)) == "reports").Order(StringComparer.Ordinal)];
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
        Page = await _browser.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        await _demo.DisposeAsync();
    }
}
