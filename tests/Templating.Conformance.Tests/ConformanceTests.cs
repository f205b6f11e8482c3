using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace Clientele.Templating.Conformance.Tests;

/// <summary>Runs every case there is and counts, by file and category, how many give what Scriban gave.</summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    [CasesFact]
    public void The_engine_gives_what_Scriban_gives()
    {
        var results = ConformanceCase.ReadAll().Where(test => test.Kind != "liquid")
            .AsParallel().AsOrdered().Select(test => (Test: test, Difference: CaseRunner.Check(test))).ToList();
        var report = Report(results);
        output.WriteLine(report);
        if (Environment.GetEnvironmentVariable("SCRIBAN_REPORT") is { Length: > 0 } path)
        {
            File.WriteAllText(path, Differences(results) + report);
        }

        Console.WriteLine(report);
        foreach (var file in results.GroupBy(result => result.Test.File))
        {
            var share = (double)file.Count(result => result.Difference is null) / file.Count();
            var aim = file.Key == "published" ? 1.0 : 0.99;
            Assert.True(share >= aim, $"{file.Key}: {share:P2} pass, {aim:P0} are wanted.\n{Differences(file.Take(100))}");
        }
    }

    private static string Report(List<(ConformanceCase Test, string? Difference)> results)
    {
        var text = new StringBuilder();
        foreach (var category in results.GroupBy(result => (result.Test.File, result.Test.Category)).OrderBy(g => g.Key))
        {
            var failed = category.Count(result => result.Difference is not null);
            text.AppendLine(CultureInfo.InvariantCulture, $"{category.Key.File,-10} {category.Key.Category,-20} {category.Count() - failed,5} passed {failed,5} failed");
        }

        var all = results.Count(result => result.Difference is not null);
        return text.Append(CultureInfo.InvariantCulture, $"{results.Count - all} passed, {all} failed").ToString();
    }

    private static string Differences(IEnumerable<(ConformanceCase Test, string? Difference)> results)
    {
        var text = new StringBuilder();
        foreach (var (test, difference) in results.Where(result => result.Difference is not null))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{test.Id} [{test.Category}] {System.Text.Json.JsonSerializer.Serialize(test.Template)}\n    {difference}");
        }

        return text.ToString();
    }
}
