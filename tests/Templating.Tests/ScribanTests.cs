namespace Clientele.Templating.Tests;

/// <summary>What Scriban does where the known cases do not reach, and what is better here by default.</summary>
public sealed class ScribanTests
{
    private static readonly TemplateEngine Compatible = new(new TemplateOptions { ScribanCompatible = true });

    [Theory]
    [InlineData("{{ [1, 5] < [2, 3] }} {{ [1, 2] < [2, 3] }} {{ [9] < [1, 1] }} {{ [1, 2] >= [1, 2] }}", "false true true true")]
    [InlineData("{{ [1] + {a: 1} }}", "[1, {key: \"a\", value: 1}]")]
    [InlineData("{{ (1..9) / 2 }} {{ [1, 2, 3, 4] / 2 }}", "[1, 2, 3] [1, 2]")]
    [InlineData("{{ 'cab' | array.sort }} {{ null | array.map 'x' }} {{ null | array.reverse }}", "[a, b, c] [] []")]
    [InlineData("{{ ['ab', 'c'] | array.map 'size' }} {{ {a: 1} | array.map 'key' }}", "[2, 1] [\"a\"]")]
    [InlineData("{{ [1, 2] | array.join ',' @(do; ret $0 + 1; end) }} {{ [1, 2] | array.each null }}", "11,21 [1, 2]")]
    [InlineData("{{ 'ab' | object.keys }} {{ 'ab' | object.values }} {{ object.eval @(do; ret 5; end) }}", "[\"size\"] [2] 5")]
    [InlineData("{{ 'x' | math.format 'N2' }}", null)]
    [InlineData("{{ true | object.format 'N2' }}", null)]
    public void It_is_the_same_with_and_without_compatibility(string template, string? expected)
    {
        foreach (var engine in new[] { Compatible, Render.Engine() })
        {
            Check(engine, template, expected);
        }
    }

    [Theory]
    [InlineData("{{ [1, 2] != [1, 3] }}", "true", "false")]
    [InlineData("{{ [1, 1.0, 1] | array.uniq }} {{ [1] | array.contains 1.0 }}", "[1] true", "[1, 1] false")]
    [InlineData("{{ ' a b ' | string.truncatewords 2 }}", "a b", " a...")]
    [InlineData("{{ 'a b c' | string.truncatewords 2 '!' }}", "a b!", "a b...")]
    [InlineData("{{ date.parse 'x' }}", "", "01 Jan 0001")]
    [InlineData("{{ x = 'abc'; x[9] }}", "", null)]
    [InlineData("{{ $\"{true} {[1]}\" }}", "true [1]", "True Scriban.Runtime.ScriptArray")]
    [InlineData("{{ string.upcase foo: 'a' }}", null, "A")]
    [InlineData("{{ x = 99999999999999999999 + 1.5m }}{{ x }}", "100000000000000000000.5", null)]
    [InlineData("{{ 'a' | regex.match 'A' 'q' }}", null, "[]")]
    [InlineData("{{ for i in 1..1001; end }}", "", null)]
    [InlineData("{{ x = 'a' * 2000000; x | string.size }}", "2000000", null)]
    public void A_quirk_is_there_only_with_compatibility(string template, string? plain, string? compatible)
    {
        Check(Render.Engine(), template, plain);
        Check(Compatible, template, compatible);
    }

    private static void Check(TemplateEngine engine, string template, string? expected)
    {
        if (expected is null)
        {
            Assert.Throws<TemplateException>(() => engine.Compile(template, "t").Render(null));
        }
        else
        {
            Assert.Equal(expected, engine.Compile(template, "t").Render(null));
        }
    }
}
