using System.Diagnostics;

namespace Clientele.Templating.Tests;

/// <summary>Whatever is handed in, there is one clear error in bounded time, and the process lives.</summary>
public sealed class BadInputTests
{
    private static readonly TemplateBudget Small = new() { Deadline = TimeSpan.FromSeconds(5) };

    [Theory]
    [InlineData("{{ if a }}x", TemplateErrorCode.Syntax)]
    [InlineData("{{ 'abc", TemplateErrorCode.Syntax)]
    [InlineData("{{ [1, 2", TemplateErrorCode.Syntax)]
    [InlineData("{{ x = {n\" ~}}\nen\\", TemplateErrorCode.Syntax)]
    [InlineData("{{ 'a\\u12", TemplateErrorCode.Syntax)]
    [InlineData("{{ $'a{b\\", TemplateErrorCode.Syntax)]
    [InlineData("{{ x = 'a'; while true; x = x + x; end }}", TemplateErrorCode.StringLimit)]
    [InlineData("{{ x = 'a'; while true; x = $'{x}{x}'; end }}", TemplateErrorCode.StringLimit)]
    [InlineData("{{ x = 'ab' * 2000000000 }}", TemplateErrorCode.StringLimit)]
    [InlineData("{{ 'a' | string.pad_left 2000000000 }}", TemplateErrorCode.StringLimit)]
    [InlineData("{{ 'a' | string.pad_right 2000000000 }}", TemplateErrorCode.StringLimit)]
    [InlineData("{{ x = 'aaaaaaaaaa'; for i in 1..100; x = x | string.replace 'a' 'aaaaaaaaaa'; end }}", TemplateErrorCode.StringLimit)]
    [InlineData("{{ for i in 0..1000000000000000000; end }}", TemplateErrorCode.Steps)]
    [InlineData("{{ for i in 0..1e18; i; end }}", TemplateErrorCode.Steps)]
    [InlineData("{{ while true; end }}", TemplateErrorCode.Steps)]
    [InlineData("{{ (1..1000000000) | array.size }}", TemplateErrorCode.Steps)]
    [InlineData("{{ (1..1000000000) | array.sort }}", TemplateErrorCode.Steps)]
    [InlineData("{{ (1..1000000000) | array.join '' }}", TemplateErrorCode.Steps)]
    [InlineData("{{ 1..1000000000 }}", TemplateErrorCode.Steps)]
    [InlineData("{{ [1] * 2000000000 | array.size }}", TemplateErrorCode.Steps)]
    [InlineData("{{ [] | array.insert_at 2000000000 1 }}", TemplateErrorCode.CollectionLimit)]
    [InlineData("{{ x = []; x[2000000000] = 1 }}", TemplateErrorCode.CollectionLimit)]
    [InlineData("{{ 1 << 100000000 }}", TemplateErrorCode.Evaluation)]
    [InlineData("{{ x = 10; while true; x = x * x; end }}", TemplateErrorCode.StringLimit)]
    [InlineData("{{ 5 | math.format 'D999999999' }}", TemplateErrorCode.StringLimit)]
    [InlineData("{{ 5 | object.format 'F999999999' }}", TemplateErrorCode.StringLimit)]
    [InlineData("{{ func f; f; end; f }}", TemplateErrorCode.DepthLimit)]
    [InlineData("{{ f(x) = f(x); f(1) }}", TemplateErrorCode.DepthLimit)]
    [InlineData("{{ x = []; y = x; for i in 1..1000; x = [x]; end; x }}", TemplateErrorCode.DepthLimit)]
    [InlineData("{{ x = [1]; y = [1]; for i in 1..9999; x = [x]; y = [y]; end; x == y }}", TemplateErrorCode.DepthLimit)]
    [InlineData("{{ x = {}; x.x = x; x }}", TemplateErrorCode.DepthLimit)]
    [InlineData("{{ x = {}; x.x = x; x | object.to_json }}", TemplateErrorCode.DepthLimit)]
    [InlineData("{{ 'x' | object.eval_template | object.eval; object.eval 'object.eval \"1 +\"' }}", TemplateErrorCode.Syntax)]
    [InlineData("{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | regex.match `^(a+)+(?!b)$` }}", TemplateErrorCode.Deadline)]
    [InlineData("{{ x = 'a'; while true; x; end }}", TemplateErrorCode.Steps)]
    [InlineData("{{ include 'x' }}", TemplateErrorCode.IncludeNotFound)]
    [InlineData("{{ date.now }}", TemplateErrorCode.NoClock)]
    [InlineData("{{ 1 << 1048576 }}", TemplateErrorCode.StringLimit)]
    [InlineData("{{ x = 1 << 1000000; y = 1 << 500000; while true; z = x // y; z = x % y; end }}", TemplateErrorCode.Steps)]
    [InlineData("{{ '<' * 400000 | html.strip }}", TemplateErrorCode.Steps)]
    [InlineData("{{ '<script' * 100000 | html.strip }}", TemplateErrorCode.Steps)]
    public void A_hostile_template_ends_in_one_error(string template, string code)
    {
        var watch = Stopwatch.StartNew();
        var error = Render.Error(template, budget: Small);
        Assert.Equal(code, error.Code);
        Assert.InRange(error.Diagnostics[0].Line, 1, int.MaxValue);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(8), $"took {watch.Elapsed}");
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("{a:", "}")]
    [InlineData("-", "")]
    [InlineData("!(", ")")]
    [InlineData("f(", ")")]
    [InlineData("1+", "")]
    [InlineData("1|f|", "")]
    [InlineData("a.", "a")]
    [InlineData("a[0", "]")]
    [InlineData("1?2:", "")]
    [InlineData("do;", "end;")]
    [InlineData("if a;", "end;")]
    [InlineData("$\"{", "}\"")]
    public void A_hundred_thousand_levels_are_refused(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000));
        Assert.Contains(Render.Error("{{ " + text + " }}").Diagnostics, d => d.Code is TemplateErrorCode.TooComplex or TemplateErrorCode.Syntax);
    }

    [Fact]
    public void A_chain_of_lazy_sequences_does_not_exhaust_the_stack() =>
        Assert.Equal("3", Render.Text("{{ x = [1, 2, 3]; for i in 1..20000; x = x | array.reverse; end; x | array.size }}"));

    [Theory]
    [InlineData("#", 400_000, Escaping.Markdown)]
    [InlineData("[a](", 100_000, Escaping.Markdown)]
    [InlineData("1.", 200_000, Escaping.Markdown)]
    [InlineData("<", 400_000, Escaping.Html)]
    public void A_long_value_and_a_long_line_are_escaped_in_time(string part, int times, Escaping escaping)
    {
        var watch = Stopwatch.StartNew();
        Render.Text("{{ x }}{{ for i in 1..5000; x = 'v'; x; end }}", new { X = string.Concat(Enumerable.Repeat(part, times)) }, escaping);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(8), $"took {watch.Elapsed}");
    }

    [Fact]
    public void A_template_of_fifty_megabytes_is_refused() =>
        Assert.Equal(TemplateErrorCode.TooComplex, Render.Error(new string('a', 50 * 1024 * 1024)).Code);

    [Fact]
    public void An_include_of_itself_ends_at_the_depth_limit()
    {
        var template = Render.Engine(files: new() { ["self"] = "{{ include 'self' }}" }).Compile("{{ include 'self' }}", "t");
        var error = Assert.Throws<TemplateException>(() => template.Render(null));
        Assert.Equal(TemplateErrorCode.DepthLimit, error.Code);
        Assert.Contains("self(1,4): include self", error.Diagnostics[0].Stack);
    }

    [Fact]
    public void A_getter_that_throws_is_named_with_its_position()
    {
        var error = Render.Error("{{ a.broken }}", new { A = new Failing() });
        Assert.Equal("The member `broken` failed: no", error.Diagnostics[0].Message);
        Assert.Equal((1, 6), (error.Diagnostics[0].Line, error.Diagnostics[0].Column));
    }

    [Fact]
    public void A_sequence_that_throws_is_reported()
    {
        IEnumerable<int> Items()
        {
            yield return 1;
            throw new InvalidOperationException("no");
        }

        Assert.Equal(TemplateErrorCode.Host, Render.Error("{{ for i in items; i; end }}", new { Items = Items() }).Code);
    }

    [Theory]
    [InlineData("{{ 1000000000 * [] }}", "[]")]
    [InlineData("{{ x = [] * 1000000000; for i in x; i; end; x | array.size }}", "0")]
    [InlineData("{{ for i in (1..<1) * 1000; i; end }}", "")]
    public void Repeating_nothing_costs_nothing(string template, string expected) => Assert.Equal(expected, Render.Text(template, budget: Small));

    [Fact]
    public void Output_is_bounded_and_never_cut_silently() => Assert.Equal(
        TemplateErrorCode.OutputLimit, Render.Error("{{ for i in 1..1000; 'abcdefghij'; end }}", budget: Small with { OutputChars = 5000 }).Code);

    [Fact]
    public void Cancelling_ends_a_render()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var template = new TemplateEngine(new TemplateOptions { Budget = new() { Steps = long.MaxValue, Deadline = Timeout.InfiniteTimeSpan } })
            .Compile("{{ while true; end }}", "t");
        Assert.Throws<OperationCanceledException>(() => template.Render(null, null, source.Token));
    }

    [Fact]
    public void The_deadline_ends_a_render()
    {
        var budget = new TemplateBudget { Steps = long.MaxValue, Deadline = TimeSpan.FromMilliseconds(50) };
        Assert.Equal(TemplateErrorCode.Deadline, Render.Error("{{ while true; end }}", budget: budget).Code);
    }

    [Fact]
    public void A_template_cannot_write_to_the_model()
    {
        var model = new Writable { Name = "before" };
        Assert.Equal(TemplateErrorCode.ReadOnly, Render.Error("{{ m.name = 'after' }}", new { M = model }).Code);
        var dictionary = new Dictionary<string, object?> { ["name"] = "before" };
        Assert.Equal(TemplateErrorCode.ReadOnly, Render.Error("{{ m.name = 'after' }}", new { M = dictionary }).Code);
        Render.Text("{{ name = 'after' }}", dictionary);
        Assert.Equal("before", model.Name);
        Assert.Equal("before", dictionary["name"]);
    }

    [Fact]
    public void One_template_is_rendered_by_many_threads_at_once()
    {
        var template = Render.Engine().Compile("{{ tablerow x in 1..n cols: c; x; end; func f(a); ret a * n; end; f 2 }}", "t");
        var expected = Enumerable.Range(1, 6).ToDictionary(n => n, n => template.Render(new { N = n, C = (n % 3) + 1 }));
        Parallel.For(0, 20_000, i => Assert.Equal(expected[(i % 6) + 1], template.Render(new { N = (i % 6) + 1, C = ((i % 6) + 1) % 3 + 1 })));
    }

    private sealed class Failing
    {
        [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1065", Justification = "That is what is tested.")]
        public int Broken => throw new InvalidOperationException("no");
    }

    private sealed class Writable
    {
        public string Name { get; set; } = "";
    }
}
