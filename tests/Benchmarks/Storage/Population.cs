namespace Clientele.Benchmarks.Storage;

/// <summary>Clients and touchpoints with the skew of real ones, the same on every run: few clients have most of the touchpoints, most amounts are small.</summary>
internal static class Population
{
    public static readonly string[] Kinds = ["core.sale", "core.visit", "core.call", "core.letter", "core.payment", "core.complaint", "core.quotation", "core.survey_answer"];

    public static readonly DateOnly LastDay = new(2026, 3, 15);

    private const string Note = "客户来电询问施工图审查意见的答复进度，约定下周三上午到现场踏勘，并要求补充幕墙节点详图与消防专篇的修改说明，请项目经理安排人员陪同前往。";

    public static Client Client(int number) => new()
    {
        Id = ClientId.From("bench", Text(number)), Name = $"第{Text(number)}客户", Source = "bench", ExternalId = Text(number), Since = new(2020, 1, 1),
    };

    public static IReadOnlyList<ClientId> Ids(int clients) => [.. Enumerable.Range(0, clients).Select(number => Client(number).Id)];

    /// <summary>The n-th touchpoint.</summary>
    public static Touchpoint Touchpoint(int number, IReadOnlyList<ClientId> clients)
    {
        var random = new Random(number);
        var skewed = (int)(Math.Pow(random.NextDouble(), 2.5) * clients.Count);
        var kind = Kinds[(int)(Math.Pow(random.NextDouble(), 1.5) * Kinds.Length)];
        return new Touchpoint
        {
            Id = TouchpointId.From("bench", Text(number)),
            Client = clients[skewed],
            Kind = kind,
            OccurredOn = LastDay.AddDays(-random.Next(3 * 365)),
            Channel = "phone",
            By = "王工",
            Amount = kind is "core.sale" or "core.payment" ? new Money(Math.Round((decimal)Math.Exp(8 + 2 * random.NextDouble()), 2), "CNY") : null,
            Note = Note,
            Details = number % 2 == 0 ? new Dictionary<string, string>(StringComparer.Ordinal) { ["stage"] = "detail_design" } : NoDetails,
            Source = "bench",
        };
    }

    private static readonly Dictionary<string, string> NoDetails = [];

    private static string Text(int number) => number.ToString("D8", System.Globalization.CultureInfo.InvariantCulture);
}
