using Clientele.Documents;
using Clientele.Templating;

namespace Clientele.Tests.Documents;

/// <summary>A misspelt name prints nothing, so nobody would see it: every name that a shipped template reads must be one that docs/templates.md lists.</summary>
public sealed class DocumentedNamesTests
{
    // Below these, and below the prefixes of plugins inside the first four, names are the plugins' own.
    private static readonly string[] Prefixed = ["client", "measures", "segments", "registers"];
    private static readonly string[] Open = ["matter.details.", "matters.details.", "insights.tables.rows."];

    public static TheoryData<string> Templates() =>
        [.. Directory.EnumerateFiles(Path.Combine(SomeLetter.Repository, "templates"), "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".md" or ".html" or ".txt").Select(file => Path.GetRelativePath(SomeLetter.Repository, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_shipped_template_reads_only_documented_names(string file)
    {
        var engine = new TemplateEngine(new TemplateOptions { Modules = FormatFunctions.For(DocumentLanguage.English, "CNY") });
        var known = Known();

        var read = engine.Compile(File.ReadAllText(Path.Combine(SomeLetter.Repository, file)), file).Variables;

        Assert.DoesNotContain(read, name => !known.Contains(name) && !IsPluginsOwn(name));
    }

    [Fact]
    public void The_documentation_lists_every_name_that_the_models_have()
    {
        var page = File.ReadAllText(Path.Combine(SomeLetter.Repository, "docs", "templates.md"));
        var words = new System.Text.RegularExpressions.Regex("[a-z_0-9]+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)).Matches(page).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(Known(), name => !IsPluginsOwn(name) && !words.Contains(name.Split('.')[^1]));
    }

    private static bool IsPluginsOwn(string name) =>
        Open.Any(open => name.StartsWith(open, StringComparison.Ordinal))
        || SomeLetter.Folders.Keys.Append("core").Any(prefix => Prefixed.Any(owner => name == $"{owner}.{prefix}" || name.StartsWith($"{owner}.{prefix}.", StringComparison.Ordinal)));

    /// <summary>The names that the models really have, everything below a letter and a report.</summary>
    internal static HashSet<string> Known()
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { "subject", "body" };
        Collect(LetterModel.Of(SomeLetter.Warranty(DocumentLanguage.English)), "", names);
        Collect(new Dictionary<string, object?> { ["form"] = LetterModel.Form(LetterForm.Of(SomeLetter.Warranty(DocumentLanguage.English), "")) }, "", names);
        Collect(ReportModel.Of(SomeReport.Facts(), DocumentLanguage.English), "", names);
        Collect(Clientele.Handovers.HandoverSheet.Model(Handover(), new("Submitted", "待接收"), false, new(2026, 5, 5), DocumentLanguage.English, SomeLetter.Warranty(DocumentLanguage.English).Firm), "", names);
        Collect(new Dictionary<string, object?> { ["insights"] = new List<object?> { InsightModel.Of(Insight(), DocumentLanguage.English) } }, "", names);
        var client = new Client { Id = ClientId.From("test", "c"), Name = "Harbour", Since = new(2025, 1, 1) };
        var visit = new FollowUp { Id = FollowUpId.From("test", "v"), Client = client.Id, Policy = "core.visit", DueOn = new(2026, 5, 5), CountsFrom = new(2026, 5, 4) };
        Collect(VisitRecord.Model(visit, new("Visit", "回访"), client, null, null, [new("findings", new("Findings", "记录"))], new(2026, 5, 5), DocumentLanguage.English, SomeLetter.Warranty(DocumentLanguage.English).Firm), "", names);
        return names;
    }

    private static InsightFact Insight() => new("firm.census", new("Census", "统计"), new("Who there is.", "客户概况。"), "", new InsightResult
    {
        Figures = [new("clients", new("Clients", "客户"), 1m)],
        Tables = [new("clients", new("Clients", "客户"), [new("client", new("Client", "客户"))], [new InsightRow(1m)])],
        Charts = [new(ChartKind.Bars, "clients", new("Chart", "图")) { Label = "client", Values = ["client"] }],
        Reasons = [new("why", new("Because.", "因为。"))],
    });

    private static Clientele.Handovers.HandoverFile Handover()
    {
        var client = new Client { Id = ClientId.From("test", "c"), Name = "Harbour", Since = new(2025, 1, 1) };
        var matter = new Matter { Id = MatterId.From("test", "h"), Client = client.Id, Type = "core.handover", Title = "x", OpenedOn = new(2026, 5, 4) };
        return new(matter, client, "submitted", new(2026, 5, 5), "a", "b", "service", new(2026, 5, 11), null, "", false, [new("contacts", new("Contacts", "联系人"), "1", [LocalizedText.Same("Wang")], true)]);
    }

    private static void Collect(object? value, string path, HashSet<string> names)
    {
        if (path.Length > 0)
        {
            names.Add(path);
        }

        switch (value)
        {
            case IReadOnlyDictionary<string, object?> members:
                foreach (var (name, member) in members)
                {
                    Collect(member, path.Length == 0 ? name : $"{path}.{name}", names);
                }

                break;
            case IReadOnlyList<object?> items:
                foreach (var item in items)
                {
                    Collect(item, path, names);
                }

                break;
        }
    }
}
