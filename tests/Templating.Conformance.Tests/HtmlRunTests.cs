using System.Net;
using Xunit.Abstractions;

namespace Clientele.Templating.Conformance.Tests;

/// <summary>Runs the cases a second time with HTML escaping on: reading the output as HTML gives what it was without.</summary>
public sealed class HtmlRunTests(ITestOutputHelper output)
{
    [CasesFact]
    public void With_escaping_on_only_the_escaping_differs()
    {
        var (same, different) = (0, new List<string>());
        foreach (var test in ConformanceCase.ReadAll().Where(test => test is { File: "published", Kind: not "liquid", Error: null }))
        {
            var plain = WebUtility.HtmlDecode(CaseRunner.Run(test, Escaping.None));
            var html = WebUtility.HtmlDecode(CaseRunner.Run(test, Escaping.Html));
            if (plain == html)
            {
                same++;
            }
            else
            {
                different.Add($"{test.Id}: {plain} / {html}");
            }
        }

        output.WriteLine($"{same} the same, {different.Count} different");
        Assert.True(different.Count == 0, string.Join('\n', different));
    }
}
