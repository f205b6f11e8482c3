using Clientele.Analysis.PerceivedValue;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Perception;

/// <summary>Which improvement raises delivered value most for what it costs the firm (Kotler's levers).</summary>
internal static class DeliveredLevers
{
    public static InsightTable Table(IReadOnlyList<InsightRow> rows) => new(
        "levers",
        new("Improvements, the best per cost first", "改进方案（单位成本提升最多者在前）"),
        [
            Shown.Column("client", "Client", "客户"), Shown.Column("lever", "Improvement", "方案"), Shown.Column("part", "Part", "部分"), Shown.Column("gain", "Gain in delivered value", "让渡价值增量"), Shown.Column("delivered", "Delivered value then", "改进后让渡价值"),
            Shown.Column("lead", "Lead then", "改进后领先"), Shown.Column("cost", "Our cost", "我方成本", MeasureUnit.Money), Shown.Column("per_cost", "Gain per unit of cost", "每单位成本增量"),
        ],
        [.. rows.OrderByDescending(row => row.Cells[7].Number).ThenBy(row => row.Cells[0].Client)]);

    /// <summary>The improvements recorded for a client, each against the firm's latest assessment; one that cannot be judged says why in place of its gain.</summary>
    public static IEnumerable<InsightRow> Rows(ClientId client, IReadOnlyDictionary<string, Touchpoint> offers, IReadOnlyList<Touchpoint> levers)
    {
        var now = DeliveredAssessment.Delivered(offers[""].Details);
        foreach (var fact in levers)
        {
            var part = fact.Details.Text("part");
            var title = DeliveredAssessment.Parts.FirstOrDefault(known => known.Name == part);
            var then = Changed(now, part, fact.Details.Number("change") ?? 0);
            var cost = fact.Details.Number("cost") ?? 0;
            var ranked = then is null
                ? Finding.Refused<RankedLever>("unknown_part", new($"'{part}' is no part of delivered value.", $"“{part}”不是让渡价值的组成部分。"))
                : now.Rank([new Lever(fact.Details.Text("name"), then, cost)]).Then(found => Finding.Of(found[0]));
            yield return new InsightRow(
                client, InsightCell.Same(fact.Details.Text("name")), title.Name is null ? InsightCell.Same(part) : new LocalizedText(title.En, title.Zh),
                ranked.Then(found => Finding.Of(found.Gain)).Cell(), then is null ? default : then.Value().Cell(), then is null ? default : Lead(then, offers), cost, ranked.Then(found => Finding.Of(found.GainPerCost)).IsKnown ? Math.Round(ranked.Value!.GainPerCost, 6) : default(decimal?))
            {
                Clients = [client],
            };
        }
    }

    /// <summary>The lead over the best competitor who was assessed; nothing where none was.</summary>
    public static decimal? Lead(DeliveredValue ours, IReadOnlyDictionary<string, Touchpoint> offers) =>
        offers.Where(offer => offer.Key.Length > 0).Select(offer => ours.LeadOver(DeliveredAssessment.Delivered(offer.Value.Details))).Where(lead => lead.IsKnown).Select(lead => (decimal?)lead.Value).Min();

    private static DeliveredValue? Changed(DeliveredValue now, string part, decimal change) => part switch
    {
        "product" => now with { Product = now.Product + change },
        "service" => now with { Service = now.Service + change },
        "personnel" => now with { Personnel = now.Personnel + change },
        "image" => now with { Image = now.Image + change },
        "money" => now with { Money = now.Money + change },
        "time" => now with { Time = now.Time + change },
        "energy" => now with { Energy = now.Energy + change },
        "psychic" => now with { Psychic = now.Psychic + change },
        _ => null,
    };
}
