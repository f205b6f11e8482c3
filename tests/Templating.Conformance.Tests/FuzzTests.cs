using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace Clientele.Templating.Conformance.Tests;

/// <summary>
/// Mutates the corpus and renders what comes out: nothing but typed errors, no hang, no runaway memory. Twenty seconds by default;
/// <c>FUZZ_SECONDS=600 FUZZ_SEED=7 dotnet test</c> runs longer and elsewhere.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly TemplateBudget Budget = new()
    {
        Steps = 20_000, StringChars = 500_000, OutputChars = 200_000, CollectionItems = 20_000, Deadline = TimeSpan.FromSeconds(2),
    };

    [CasesFact]
    public void Mutated_templates_end_in_output_or_in_typed_errors()
    {
        var corpus = ConformanceCase.ReadAll().Where(test => test.Template.Length < 4000).Select(test => test.Template).Distinct(StringComparer.Ordinal).ToArray();
        var random = new Random(Number("FUZZ_SEED", 1));
        var watch = Stopwatch.StartNew();
        var (count, slowest) = (0, TimeSpan.Zero);
        while (watch.Elapsed.TotalSeconds < Number("FUZZ_SECONDS", 20))
        {
            var text = Mutate(random, corpus);
            var start = watch.Elapsed;
            Run(text, (Escaping)random.Next(7), random.Next(2) == 0);
            var took = watch.Elapsed - start;
            slowest = took > slowest ? took : slowest;
            Assert.True(took < TimeSpan.FromSeconds(10), $"{took} for {Quoted(text)}");
            Assert.True(++count % 500 != 0 || GC.GetTotalMemory(forceFullCollection: false) < 2_000_000_000, $"memory after {Quoted(text)}");
        }

        output.WriteLine($"{count} templates, the slowest {slowest.TotalMilliseconds:0} ms");
        Console.WriteLine($"fuzz: {count} templates, the slowest {slowest.TotalMilliseconds:0} ms");
    }

    private static void Run(string text, Escaping escaping, bool isCompatible)
    {
        var engine = new TemplateEngine(new TemplateOptions { Escaping = escaping, Budget = Budget, ScribanCompatible = isCompatible, Loader = new Same() });
        try
        {
            engine.Compile(text, "fuzz").Render(new { X = 1, Name = "n", Items = new[] { 1, 2, 3 }, Product = new { Title = "t" } });
        }
        catch (TemplateException exception)
        {
            Assert.NotEmpty(exception.Message);
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{exception.GetType().Name} for {Quoted(text)}\n{exception}");
        }
    }

    private static string Mutate(Random random, string[] corpus)
    {
        var text = corpus[random.Next(corpus.Length)];
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var other = corpus[random.Next(corpus.Length)];
            var (from, to) = (random.Next(text.Length + 1), random.Next(text.Length + 1));
            (from, to) = (Math.Min(from, to), Math.Max(from, to));
            text = random.Next(5) switch
            {
                0 => text.Remove(from, Math.Min(to - from, 8)),
                1 => text.Insert(from, Slice(random, other)),
                2 => text[..from] + Slice(random, other) + text[to..],
                3 => text.Insert(to, text[from..Math.Min(to, from + 20)]),
                _ => from < text.Length ? text.Remove(from, 1).Insert(from, ((char)random.Next(1, 127)).ToString()) : text,
            };
        }

        return text.Length > 8000 ? text[..8000] : text;
    }

    private static string Slice(Random random, string text)
    {
        var start = random.Next(text.Length + 1);
        return text.Substring(start, Math.Min(random.Next(30), text.Length - start));
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private sealed class Same : ITemplateLoader
    {
        public string? Load(string path) => path.Length > 20 ? null : "{{ $1 }}" + path;
    }
}
