namespace Clientele.Templating.Tests;

public sealed class CheckTests
{
    private static readonly ModelSchema Schema = new ModelSchema().Add("client.name").Add("client.contacts.name").Add("today");

    [Theory]
    [InlineData("{{ client.nmae }}", "The model has no `client.nmae`: there is no `nmae`. Did you mean `name`?")]
    [InlineData("{{ clint.name }}", "The model has no `clint.name`: there is no `clint`. Did you mean `client`?")]
    [InlineData("{{ for c in client.contacts; c.phone; end }}", "The model has no `client.contacts.phone`: there is no `phone`.")]
    [InlineData("{{ 'a' | string.upcas }}", "There is no function `string.upcas`. Did you mean `string.upcase`?")]
    [InlineData("{{ 'a' | string.append }}", "`string.append` takes 2 arguments, not 1.")]
    [InlineData("{{ string.upcase 'a' 'b' }}", "`string.upcase` takes 1 arguments, not 2.")]
    public void A_mistake_is_found_without_rendering(string template, string expected)
    {
        var diagnostic = Assert.Single(Render.Engine().Compile(template, "t").Check(Schema));
        Assert.Equal(expected, diagnostic.Message + (diagnostic.Suggestion is { } other ? $" Did you mean `{other}`?" : ""));
    }

    [Theory]
    [InlineData("{{ client.name | string.upcase }} {{ today | date.to_string '%F' }}")]
    [InlineData("{{ x = 1; x.y }} {{ for c in client.contacts; c.name; for.index; end }} {{ client.contacts.size }}")]
    [InlineData("{{ func f(a); a.anything; end; f client }} {{ 'x' | string.replace 'a' replace: 'b' }}")]
    [InlineData("{{ math.plus ^[1, 2] }} {{ date.format }}")]
    public void A_good_template_has_no_diagnostics(string template) =>
        Assert.Empty(Render.Engine().Compile(template, "t").Check(Schema));

    [Fact]
    public void A_schema_can_come_from_a_type()
    {
        var schema = ModelSchema.Of(typeof(Letter));
        Assert.Empty(Render.Engine().Compile("{{ sent_on }} {{ lines[0].text }} {{ for l in lines; l.text; end }}", "t").Check(schema));
        Assert.Single(Render.Engine().Compile("{{ for l in lines; l.txt; end }}", "t").Check(schema));
    }

    private sealed record Letter(DateOnly SentOn, IReadOnlyList<Line> Lines);

    private sealed record Line(string Text);
}
