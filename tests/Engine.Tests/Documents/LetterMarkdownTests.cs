using Clientele.Documents;

namespace Clientele.Tests.Documents;

public sealed class LetterMarkdownTests
{
    [Fact]
    public void The_first_heading_is_the_subject_and_the_rest_is_the_body()
    {
        var letter = LetterMarkdown.Parse("# Return *visit* &amp; survey\n\nFirst.\n\n## Second\n", DocumentLanguage.English, "t");

        Assert.Equal("Return visit & survey", letter.Subject);
        Assert.Equal("<p>First.</p>\n<h2>Second</h2>", letter.Html);
        Assert.Equal("First.\n\nSecond", letter.Text);
    }

    [Theory]
    [InlineData("No heading")]
    [InlineData("## Second level\n\nText")]
    [InlineData("#\n\nText")]
    [InlineData("")]
    public void A_letter_without_a_subject_is_an_error_that_says_what_to_write(string markdown)
    {
        var error = Assert.Throws<ClienteleException>(() => LetterMarkdown.Parse(markdown, DocumentLanguage.English, "letters/a.en.md"));

        Assert.Equal(ErrorCodes.TemplateInvalid, error.Code);
        Assert.Contains("letters/a.en.md", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_that_nests_without_end_is_an_error()
    {
        var error = Assert.Throws<ClienteleException>(() => LetterMarkdown.Parse("# A\n\n" + new string('>', 5000) + " x", DocumentLanguage.English, "t"));

        Assert.Equal(ErrorCodes.TemplateInvalid, error.Code);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>")]
    [InlineData("[a](javascript:alert)", "<p>a</p>")]
    [InlineData("[a](JaVaScRiPt&#58;alert)", "<p>a</p>")]
    [InlineData("[a](data:text/html;base64,x)", "<p>a</p>")]
    [InlineData("[a](/relative)", "<p>a</p>")]
    [InlineData("[*a* b][r]\n\n[r]: vbscript:x", "<p><em>a</em> b</p>")]
    [InlineData("<javascript:alert(1)>", "<p>javascript:alert(1)</p>")]
    [InlineData("![logo](https://example.com/a.png)", "<p>logo</p>")]
    [InlineData("[a](https://example.com/?a=1&b=2)", "<p><a href=\"https://example.com/?a=1&amp;b=2\">a</a></p>")]
    [InlineData("[a](mailto:a@example.com)", "<p><a href=\"mailto:a@example.com\">a</a></p>")]
    [InlineData("a {.class onclick=x}", "<p>a {.class onclick=x}</p>")]
    public void Raw_HTML_unsafe_links_and_pictures_end_as_text(string markdown, string html) =>
        Assert.Equal(html, LetterMarkdown.Parse("# S\n\n" + markdown, DocumentLanguage.English, "t").Html);

    [Fact]
    public void The_plain_text_keeps_lists_tables_quotes_and_links_readable()
    {
        const string Markdown = """
            # 主题

            第一段，
            接着写。

            1. 甲；
            2. 乙
               - 丙
               - 丁

            | 项目 | 金额 |
            |---|---:|
            | 一期工程 | 1,234.50 元 |
            | B | 7 元 |

            > 引用

            [网站](https://example.com) 与 <mailto:a@example.com>\
            完
            """;

        Golden.Verify("Verified/plain-text.zh-CN.txt", LetterMarkdown.Parse(Markdown, DocumentLanguage.Chinese, "t").Text + "\n");
        Golden.Verify("Verified/plain-text.en.txt", LetterMarkdown.Parse(Markdown, DocumentLanguage.English, "t").Text + "\n");
    }
}
