using System.Globalization;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Roadmaps;

/// <summary>A client's plan for some years, item by item: what will be needed, and whether we can do it. Drawing a new one replaces the one before.</summary>
/// <param name="DrawnOn">The day it was drawn.</param>
/// <param name="Years">How many years it looks ahead.</param>
/// <param name="Items">Its items.</param>
internal sealed record Roadmap(DateOnly DrawnOn, decimal Years, IReadOnlyList<RoadmapItem> Items)
{
    public const string Drawn = "core.roadmap_drawn";
    public const string Item = "core.roadmap_item";
    private const decimal Shortest = 3;
    private const decimal Longest = 5;

    public static IReadOnlyList<TouchpointKind> Kinds { get; } =
    [
        new() { Name = Drawn, Title = new("Roadmap drawn or reviewed", "制定或复核长期规划"), Details = [new("years", new("Years it looks ahead", "规划年限"), ValueKind.Number, Required: true)] },
        new()
        {
            Name = Item,
            Title = new("Item of a roadmap", "长期规划事项"),
            Details =
            [
                new("item", new("What is expected", "预期项目"), Required: true), new("year", new("Year", "年份"), ValueKind.Number), new("need", new("What the client will need", "客户需求")),
                new("capability", new("What it takes of us", "所需能力")), new("matched", new("Whether we have it", "是否具备"), ValueKind.Boolean, Required: true),
            ],
        },
    ];

    /// <summary>Of the items we can do already, all of them.</summary>
    public int Matched => Items.Count(item => item.Matched);

    /// <summary>The roadmap in force: the last one drawn and the last word on each item since.</summary>
    public static Roadmap? Of(IReadOnlyList<(string Kind, DateOnly On, IReadOnlyDictionary<string, string> Details)> facts)
    {
        var drawn = facts.Where(fact => fact.Kind == Drawn).ToList();
        if (drawn.Count == 0)
        {
            return null;
        }

        var (_, day, details) = drawn[^1];
        var items = facts.Where(fact => fact.Kind == Item && fact.On >= day).GroupBy(fact => fact.Details.Text("item"), StringComparer.Ordinal).Select(said => said.Last().Details);
        return new(day, details.Number("years") ?? 0, [.. items.Select(item => new RoadmapItem(item.Text("item"), item.Number("year"), item.Text("need"), item.Text("capability"), item.Text("matched") == "true"))]);
    }

    /// <summary>The share of items we can do, or why the roadmap is none: clients that develop, and key clients, are planned for three to five years.</summary>
    /// <param name="isLongTerm">Whether the client develops or is a key client.</param>
    public Finding<decimal> Match(bool isLongTerm)
    {
        var years = Years.ToString("0.##", CultureInfo.InvariantCulture);
        return this switch
        {
            _ when Years <= 0 || (isLongTerm && Years is < Shortest or > Longest) => Finding.Refused<decimal>("horizon", new(
                $"The roadmap looks {years} years ahead; for a client that develops or is key it must be 3 to 5.",
                $"规划年限为{years}年；发展期客户和重点客户应为3至5年。")),
            { Items.Count: 0 } => Finding.Refused<decimal>("too_few", new("The roadmap has no items.", "规划中没有事项。")),
            _ => Finding.Of((decimal)Matched / Items.Count),
        };
    }
}

/// <summary>An item of a roadmap.</summary>
/// <param name="Name">What is expected.</param>
/// <param name="Year">When; missing when it is not known.</param>
/// <param name="Need">What the client will need.</param>
/// <param name="Capability">What it takes of us.</param>
/// <param name="Matched">Whether we have it.</param>
internal sealed record RoadmapItem(string Name, decimal? Year, string Need, string Capability, bool Matched);
