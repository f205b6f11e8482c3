namespace Clientele.Templating;

/// <summary>The characters of a string, as a list.</summary>
internal sealed class CharList(string text) : ListView
{
    public override int Count => text.Length;

    public override Value this[int index] => Value.Of(text[index]);

    public override IEnumerator<Value> Enumerate(RenderState state) => text.Select(static c => Value.Of(c)).GetEnumerator();
}
