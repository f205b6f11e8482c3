using System.Diagnostics;
using Clientele.Benchmarks.Running;
using Clientele.Templating;

namespace Clientele.Benchmarks.Templating;

/// <summary>The letter and the product list: ours beside Handlebars.Net and hand-written C#, in turns, as ratios.</summary>
internal static class TemplatingBenchmark
{
    private const int LettersPerSlice = 2000;
    private const int ListsPerSlice = 60;

    public static async Task RunAsync(string[] arguments)
    {
        var pairs = arguments.Length > 0 ? int.Parse(arguments[0], System.Globalization.CultureInfo.InvariantCulture) : 60;
        var engine = new TemplateEngine(new TemplateOptions());
        var letter = engine.Compile(Peers.Resource("letter.scriban"), "letter");
        var products = engine.Compile(Peers.ProductsScriban, "products");
        var html = new TemplateEngine(new TemplateOptions { Escaping = Escaping.Html }).Compile(Peers.ProductsScriban, "products");
        var handlebars = Peers.Handlebars();
        var peerLetter = handlebars.Compile(Peers.Resource("letter.hbs"));
        var peerProducts = handlebars.Compile(Peers.ProductsHandlebars);
        Console.WriteLine(Machine.Describe());
        Console.WriteLine($"letter: {letter.Render(LetterModel.Letter).Length} characters, Handlebars.Net {peerLetter(LetterModel.Letter).Length}");
        Console.WriteLine(Interleaved.Header);
        await Compare("letter", () => letter.Render(LetterModel.Letter), "Handlebars.Net", () => peerLetter(LetterModel.Letter), LettersPerSlice, pairs);
        await Compare("letter", () => letter.Render(LetterModel.Letter), "hand-written", Written, LettersPerSlice, pairs);
        await Compare("500 products", () => products.Render(LetterModel.Products), "Handlebars.Net", () => peerProducts(LetterModel.Products), ListsPerSlice, pairs);
        await Compare("500 products, HTML", () => html.Render(LetterModel.Products), "Handlebars.Net", () => peerProducts(LetterModel.Products), ListsPerSlice, pairs);
        await Compare("500 products", () => products.Render(LetterModel.Products), "hand-written", HandWritten.Products, ListsPerSlice, pairs);
        Compilation(engine);
        Allocation(letter, products, () => peerLetter(LetterModel.Letter), () => peerProducts(LetterModel.Products));
        Scaling(letter);
    }

    private static string Written() => HandWritten.Letter(
        new DateTime(2026, 3, 14), new DateTime(2026, 4, 13), new DateTime(2026, 3, 12), "schmidt", "  please deliver ASAP  ",
        "Confirmation of your order of spare parts for the workshop in Berlin", 1428.00m);

    private static async Task Compare(string subject, Func<string> own, string peer, Func<string> other, int perSlice, int pairs)
    {
        var run = await Interleaved.RunAsync(subject, Slice(own, perSlice), peer, Slice(other, perSlice), warmUp: pairs / 3, pairs);
        Console.WriteLine(run.Row("renders", perSlice));
    }

    private static Func<int, Task> Slice(Func<string> render, int count) => _ =>
    {
        for (var i = 0; i < count; i++)
        {
            render();
        }

        return Task.CompletedTask;
    };

    private static void Compilation(TemplateEngine engine)
    {
        var (own, peer) = (Peers.Resource("letter.scriban"), Peers.Resource("letter.hbs"));
        var ownTime = Median(300, () => engine.Compile(own, "letter"));
        var peerTime = Median(30, () => Peers.Handlebars().Compile(peer));
        Console.WriteLine($"compile the letter: {ownTime:0.0} µs, Handlebars.Net {peerTime:0.0} µs, ratio 1/{peerTime / ownTime:0}");
    }

    private static double Median(int count, Action action)
    {
        // Code that is compiled again while it runs is measured only when that is over, whichever of the two is the quicker.
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(1);)
        {
            action();
        }

        var times = new List<double>();
        for (var i = 0; i < count; i++)
        {
            var began = Stopwatch.GetTimestamp();
            action();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
        }

        return times.Order().ElementAt(count / 2);
    }

    private static void Allocation(Template letter, Template products, Action peerLetter, Action peerProducts)
    {
        var state = Bytes(() => letter.Render(LetterModel.Letter));
        Console.WriteLine($"bytes a letter: {state}, Handlebars.Net {Bytes(peerLetter)}, hand-written {Bytes(() => Written())}");
        Console.WriteLine($"bytes a list: {Bytes(() => products.Render(LetterModel.Products))}, Handlebars.Net {Bytes(peerProducts)}, hand-written {Bytes(() => HandWritten.Products())}");
        var empty = new TemplateEngine(new TemplateOptions()).Compile("", "empty");
        Console.WriteLine($"bytes of a fresh run: {Bytes(() => empty.Render(LetterModel.Letter))}");
    }

    private static long Bytes(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            action();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
    }

    private static void Scaling(Template letter)
    {
        double Rate(int threads)
        {
            var began = Stopwatch.GetTimestamp();
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
            {
                for (var i = 0; i < 20_000; i++)
                {
                    letter.Render(LetterModel.Letter);
                }
            });
            return threads * 20_000 / Stopwatch.GetElapsedTime(began).TotalSeconds;
        }

        Rate(1);
        var one = Rate(1);
        var all = Rate(Environment.ProcessorCount);
        Console.WriteLine($"letters a second: {one:0} on one thread, {all:0} on {Environment.ProcessorCount}, {all / one:0.00} times");
    }
}
