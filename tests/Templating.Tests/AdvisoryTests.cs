namespace Clientele.Templating.Tests;

/// <summary>Every advisory against Scriban, and every hole named as still open in its 7.2.6, as a template that has to fail cleanly here.</summary>
public sealed class AdvisoryTests
{
    private static readonly TemplateBudget Budget = new() { Steps = 200_000, StringChars = 2_000_000, OutputChars = 1_000_000, Deadline = TimeSpan.FromSeconds(5) };

    [Theory]
    [InlineData("GHSA-wgh7-7m3c-fx25", "((((", 100_000, TemplateErrorCode.TooComplex)]
    [InlineData("GHSA-p6q4-fgr8-vx4p", "[[[[", 100_000, TemplateErrorCode.TooComplex)]
    [InlineData("GHSA-6q7j-xr26-3h2c", "!(!(", 100_000, TemplateErrorCode.TooComplex)]
    [InlineData("GHSA-grr9-747v-xvcp", "x = {}; x.x = x; x", 1, TemplateErrorCode.DepthLimit)]
    [InlineData("GHSA-xcx6-vp38-8hr5", "x = []; x[0] = x; x | object.to_json", 1, TemplateErrorCode.DepthLimit)]
    [InlineData("GHSA-5rpf-x9jg-8j5p", "'abc' * 2000000000", 1, TemplateErrorCode.StringLimit)]
    [InlineData("GHSA-v66j-x4hw-fv9g", "'' | string.pad_left 2000000000", 1, TemplateErrorCode.StringLimit)]
    [InlineData("GHSA-v66j-x4hw-fv9g", "'' | string.pad_right 2000000000", 1, TemplateErrorCode.StringLimit)]
    [InlineData("GHSA-m2p3-hwv5-xpqw", "for i in 1..100000; 'aaaaaaaaaaaaaaaaaaaa'; end", 1, TemplateErrorCode.OutputLimit)]
    [InlineData("GHSA-xw6w-9jjh-p9cr", "1 << 2000000000", 1, TemplateErrorCode.Evaluation)]
    [InlineData("GHSA-xw6w-9jjh-p9cr", "(1..2000000000) | array.size", 1, TemplateErrorCode.Steps)]
    [InlineData("GHSA-c875-h985-hvrc", "(1..2000000000) | array.map 'x' | array.size", 1, TemplateErrorCode.Steps)]
    [InlineData("GHSA-c875-h985-hvrc", "(1..2000000000) | array.filter @(do; ret false; end) | array.first", 1, TemplateErrorCode.Steps)]
    [InlineData("GHSA-c875-h985-hvrc", "(1..2000000000) | array.contains 0", 1, TemplateErrorCode.Steps)]
    [InlineData("GHSA-c875-h985-hvrc", "(1..2000000000) | array.uniq | array.last", 1, TemplateErrorCode.Steps)]
    [InlineData("GHSA-c875-h985-hvrc", "(1..2000000000) | object.to_json", 1, TemplateErrorCode.Steps)]
    [InlineData("GHSA-24c8-4792-22hx", "[] | array.insert_at 2000000000 1", 1, TemplateErrorCode.CollectionLimit)]
    [InlineData("GHSA-q6rr-fm2g-g5x8", "[1, 2] * 500000000 | array.size", 1, TemplateErrorCode.Steps)]
    [InlineData("open: concatenation", "x = 'aaaaaaaa'; for i in 1..26; x = x + x; end", 1, TemplateErrorCode.StringLimit)]
    [InlineData("open: interpolation", "x = 'aaaaaaaa'; for i in 1..26; x = $'{x}{x}'; end", 1, TemplateErrorCode.StringLimit)]
    [InlineData("open: precision", "1 | math.format 'D999999999'", 1, TemplateErrorCode.StringLimit)]
    [InlineData("open: precision", "1 | object.format 'F999999999'", 1, TemplateErrorCode.StringLimit)]
    [InlineData("open: regex", "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | regex.match `^(?=(a+)+$)x`", 1, TemplateErrorCode.Deadline)]
    public void What_hurt_Scriban_is_an_error_here(string advisory, string code, int times, string expected)
    {
        var error = Render.Error("{{ " + string.Concat(Enumerable.Repeat(code, times)) + " }}", budget: Budget);
        Assert.True(error.Diagnostics.Any(d => d.Code == expected), $"{advisory}: {error.Code} {error.Message}");
    }

    [Fact]
    public void A_pattern_that_can_run_in_linear_time_does() => Assert.Equal(
        "[]", Render.Text("{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | regex.match `^(a+)+$` }}"));

    [Fact]
    public void A_loaded_include_is_not_replaced_behind_a_running_template()
    {
        // GHSA-x6m9-38vm-2xhf: the cache belongs to the engine and each path is loaded once.
        var loads = 0;
        var engine = new TemplateEngine(new TemplateOptions { Loader = new Counting(() => loads++) });
        var template = engine.Compile("{{ include 'a' }}{{ include 'a' }}", "t");
        Assert.Equal("0000", template.Render(null) + template.Render(null));
        Assert.Equal(1, loads);
    }

    [Fact]
    public void Private_members_and_setters_are_out_of_reach()
    {
        // GHSA-7jvp-hj45-2f2m and GHSA-5wr9-m6jw-xx44: there is no writing and no filter to go stale.
        var model = new { Item = new Guarded() };
        Assert.Equal("", Render.Text("{{ item.secret }}", model));
        Assert.Equal(TemplateErrorCode.ReadOnly, Render.Error("{{ item.name = 'x' }}", model).Code);
        Assert.Equal(TemplateErrorCode.ReadOnly, Render.Error("{{ item['name'] = 'x' }}", model).Code);
    }

    [Fact]
    public void Reflection_is_out_of_reach() => Assert.Equal("", Render.Text("{{ item.get_type }}{{ item.to_string }}", new { Item = new Guarded() }));

    private sealed class Counting(Func<int> load) : ITemplateLoader
    {
        public string? Load(string path) => load().ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private sealed class Guarded
    {
        public string Name { get; set; } = "n";

        private string Secret { get; set; } = "s";

        public override string ToString() => Secret;
    }
}
