using System.Diagnostics;
using System.Globalization;
using Clientele.Benchmarks.Running;

namespace Clientele.Benchmarks.Engine;

/// <summary>The engine as an application calls it: a whole segment run over a population, a second one after a thousand new touchpoints, and letters with everything they rest on.</summary>
internal static class EngineBenchmark
{
    private static readonly DateOnly Day = new(2026, 3, 31);

    /// <summary>Arguments: the number of clients, the number of touchpoints, the number of letters.</summary>
    public static async Task RunAsync(string[] arguments)
    {
        var clients = Number(arguments, 0, 100_000);
        var touchpoints = Number(arguments, 1, 1_000_000);
        var letters = Number(arguments, 2, 2_000);
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine($"| step ({clients} clients, {touchpoints} touchpoints) | time | peak memory |");
        Console.WriteLine("| --- | --- | --- |");
        using var scratch = new Scratch();
        var options = new ClienteleOptions { Database = scratch.File("engine.db") };
        options.Own.Add("bench", new Rfm());
        await using var crm = await Crm.OpenAsync(options, TimeProvider.System);
        await StepAsync("append", () => FillAsync(crm, clients, 0, touchpoints));
        await StepAsync("first segment run: fold the log, measure, rank, write every membership", () => crm.Segments.RunAsync(Day));
        await StepAsync("second run of the day, nothing new", () => crm.Segments.RunAsync(Day));
        await StepAsync("append 1,000 touchpoints", () => FillAsync(crm, 1_000, touchpoints, 1_000));
        await StepAsync("third run: the clients they touched, and the rankings", () => crm.Segments.RunAsync(Day));
        var began = Stopwatch.GetTimestamp();
        for (var n = 0; n < letters; n++)
        {
            await crm.Letters.WriteAsync(crm.Letters.Request("bench.letter", Id(n % clients), Day));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{letters / Stopwatch.GetElapsedTime(began).TotalSeconds:0} letters a second, facts gathered, guards asked, HTML and text rendered, on one thread"));
    }

    private static async Task StepAsync(string name, Func<Task> step)
    {
        using var memory = new Memory();
        var began = Stopwatch.GetTimestamp();
        await step();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s | {memory.PeakMegabytes} MB |"));
    }

    private static async Task FillAsync(Crm crm, int clients, int first, int count)
    {
        await using var batch = await crm.BeginAsync();
        for (var n = 0; first == 0 && n < clients; n++)
        {
            await batch.PutAsync(new Client { Id = Id(n), Name = $"客户{n}", Since = Day.AddYears(-3) });
        }

        for (var n = first; n < first + count; n++)
        {
            var kind = n % 5 == 0 ? "core.sale" : "core.visit";
            await batch.AppendAsync(new Touchpoint
            {
                Id = TouchpointId.From("bench", n.ToString(CultureInfo.InvariantCulture)), Client = Id((int)((long)n * 7919 % clients)), Kind = kind, OccurredOn = Day.AddDays(-(int)((long)n * 31 % 1095)),
                Amount = kind == "core.sale" ? new Money(n % 9973 * 100 + 50, "CNY") : null,
            });
        }

        await batch.CommitAsync();
    }

    private static ClientId Id(int n) => ClientId.From("bench", n.ToString(CultureInfo.InvariantCulture));

    private static int Number(string[] arguments, int index, int otherwise) => arguments.Length > index ? int.Parse(arguments[index], CultureInfo.InvariantCulture) : otherwise;

    private sealed class Rfm : IPlugin
    {
        public void Configure(IPluginBuilder builder) => builder
            .Schemes(new RuleScheme
            {
                Name = "bench.rfm", Title = new("RFM", "RFM"),
                Rules =
                [
                    new("best", new("Best", "最佳"), "core.recency <= 90 && core.sales_count_12m >= 2 && core.sales_12m >= 500000"),
                    new("good", new("Good", "良好"), "core.recency <= 365 && core.sales_12m >= 100000"),
                    new("asleep", new("Asleep", "沉睡"), "core.recency > 365"),
                    new("other", new("Other", "其他")),
                ],
            })
            .Letters(new LetterDefinition { Name = "bench.letter", Title = new("Return visit", "回访"), Template = "return-visit" });
    }
}
