using System.Globalization;
using System.Xml.Linq;
using Clientele.Documents;

namespace Clientele.Plugins.Tests;

/// <summary>The shared charts with the values that break charts: none, zero, negative, huge, missing, and labels of any length.</summary>
public sealed class ChartTests : IDisposable
{
    private static readonly string[] Charts = ["bars", "columns", "pareto", "funnel", "line", "matrix", "heat-map", "radar"];

    private static readonly Dictionary<string, string> Items = new(StringComparer.Ordinal)
    {
        ["none"] = "[]",
        ["one"] = "[{ n: 'A', v: 7 }]",
        ["zeros"] = "[{ n: 'A', v: 0 }, { n: 'B', v: 0 }]",
        ["negative"] = "[{ n: 'A', v: 5 }, { n: 'B', v: -3 }, { n: 'C', v: -10 }]",
        ["huge"] = "[{ n: 'A', v: 98765432109876 }, { n: 'B', v: 1 }]",
        ["small"] = "[{ n: 'A', v: 0.0004 }, { n: 'B', v: 0.0001 }]",
        ["missing"] = "[{ n: 'A', v: null }, { n: null, v: 3 }]",
        ["long"] = "[{ n: '" + new string('长', 300) + "', v: 3 }, { n: '<script>alert(1)</script> & \" ]]>', v: 2 }]",
    };

    private readonly string _workspace = Directory.CreateTempSubdirectory("clientele-").FullName;

    public static TheoryData<string, string, string> Cases()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var chart in Charts)
        {
            foreach (var items in Items.Keys.Order(StringComparer.Ordinal))
            {
                data.Add(chart, items, "en");
                data.Add(chart, items, "zh-CN");
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_chart_is_a_well_formed_picture_with_a_title_whatever_it_is_given(string chart, string items, string culture)
    {
        var svg = Draw($"charts/{chart}.html", Items[items], culture);

        Assert.Equal("标题 <A & B>", svg.Elements().First(element => element.Name.LocalName == "title").Value);
        Assert.DoesNotContain(svg.DescendantsAndSelf(), element => element.Name.LocalName is "script" or "image" or "foreignObject");
        foreach (var attribute in svg.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "x" or "y" or "width" or "height" or "x1" or "x2" or "y1" or "y2" or "cx" or "cy"))
        {
            var value = decimal.Parse(attribute.Value, NumberStyles.Float, CultureInfo.InvariantCulture);
            Assert.True(value is >= 0 and <= 700 || attribute.Name.LocalName is "y" or "y1" or "y2", $"{attribute.Parent!.Name.LocalName} {attribute}");
        }
    }

    [Theory]
    [InlineData("bars")]
    [InlineData("columns")]
    [InlineData("pareto")]
    [InlineData("funnel")]
    [InlineData("line")]
    [InlineData("matrix")]
    [InlineData("heat-map")]
    [InlineData("radar")]
    public void A_chart_without_data_says_so(string chart)
    {
        Assert.Contains("No data yet", Draw($"charts/{chart}.html", "[]", "en").Value, StringComparison.Ordinal);
        Assert.Contains("暂无数据", Draw($"charts/{chart}.html", "[]", "zh-CN").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Negative_bars_go_to_the_left_of_the_line_and_positive_ones_to_the_right()
    {
        var svg = Draw("charts/bars.html", Items["negative"], "en");
        var zero = Number(svg.Descendants().First(element => element.Name.LocalName == "line"), "x1");
        var bars = svg.Descendants().Where(element => element.Name.LocalName == "rect").ToList();

        Assert.Equal(zero, Number(bars[0], "x"));
        Assert.Equal(zero, Number(bars[1], "x") + Number(bars[1], "width"));
        Assert.InRange(Number(bars[2], "x") + Number(bars[2], "width"), zero - 0.02m, zero + 0.02m);
    }

    public void Dispose() => Directory.Delete(_workspace, recursive: true);

    private static decimal Number(XElement element, string attribute) => decimal.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private XElement Draw(string chart, string items, string culture)
    {
        var values = chart.Contains("matrix", StringComparison.Ordinal) ? "['v', 'v', 'v', 'v']" : "['v']";

        // The layout gives the bare body, so that what is parsed is the chart alone.
        Write("layouts/report.html", "{{ body }}");
        Write("reports/chart.html", $"{{{{ include '{chart}' items: {items} label: 'n' value: 'v' values: {values} titles: ['V', '<W>', 'X', 'Y'] unit: 'money' cuts: [2] across: [3] title: '标题 <A & B>' }}}}");
        var facts = new ReportFacts
        {
            Report = new ReportDefinition { Name = "firm.chart", Title = new("Chart", "图表"), Template = "chart" },
            AsOf = new(2026, 3, 31),
            Currency = "CNY",
            Firm = new Firm { Name = new("Firm", "公司") },
        };
        var source = new TemplateSource(_workspace, new Dictionary<string, string>(StringComparer.Ordinal));
        return XElement.Parse(new ReportRenderer(source).Render(facts, DocumentLanguage.Of(culture)).Html);
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_workspace, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
