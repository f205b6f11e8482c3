namespace Clientele.Templating;

/// <summary>The format that a template's output is read as, and therefore how values are escaped when they are written into it.</summary>
/// <remarks>The text of the template itself is never escaped; only what <c>{{ }}</c> writes is.</remarks>
public enum Escaping
{
    /// <summary>Values are written as they are. The behaviour of plain Scriban.</summary>
    None,

    /// <summary>Element content and quoted attributes of HTML: <c>&amp; &lt; &gt; " '</c> become entities.</summary>
    Html,

    /// <summary>Attribute values of HTML, quoted or not: everything that is not a letter, a digit or CJK text becomes an entity.</summary>
    HtmlAttribute,

    /// <summary>CommonMark with tables: a value can become neither Markdown structure nor raw HTML.</summary>
    Markdown,

    /// <summary>One CSV field: quoted where needed, and a leading formula character is defused.</summary>
    Csv,

    /// <summary>The inside of a JSON string literal.</summary>
    Json,

    /// <summary>Plain text for people: control characters other than line breaks and tabs are dropped, nothing else changes.</summary>
    PlainText,
}
