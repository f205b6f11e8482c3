namespace Clientele.Templating.Tests;

public sealed class DiagnosticsTests
{
    [Fact]
    public void An_error_shows_its_line_with_a_caret()
    {
        var error = Render.Error("Dear\n{{ nmae.first }}", new { Name = 1 });
        Assert.Equal("test(2,9): error CLT2005: `nmae` is null and has no member `first`.\n  {{ nmae.first }}\n          ^^^^^", error.Message);
    }

    [Fact]
    public void An_unknown_function_suggests_a_known_one() =>
        Assert.Contains("Did you mean `string.upcase`?", Render.Error("{{ 'a' | string.upcas }}").Message);

    [Fact]
    public void Every_syntax_error_is_reported() =>
        Assert.Equal(2, Render.Error("{{ 1 + }}\n{{ x. }}").Diagnostics.Count);
}
