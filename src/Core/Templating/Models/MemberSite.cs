namespace Clientele.Templating;

/// <summary>
/// What a place in a template remembers of the type it last read a member of. The memory is weak: the type can be unloaded, and a lost
/// or raced update costs one lookup.
/// </summary>
internal sealed class MemberSite(string name)
{
    private WeakReference<MemberReader>? _last;

    public bool TryRead(RenderState state, object target, out Value value)
    {
        if (_last is { } last && last.TryGetTarget(out var reader) && ReferenceEquals(reader.Owner, target.GetType()))
        {
            value = reader.Read(state, target);
            return true;
        }

        return TryLearn(state, target, out value);
    }

    /// <summary>Writes the member if the last reader fits and can.</summary>
    public bool TryWrite(RenderState state, object target, TextSpan span) =>
        _last is { } last && last.TryGetTarget(out var reader) && ReferenceEquals(reader.Owner, target.GetType()) && reader.TryWrite(state, target, span);

    private bool TryLearn(RenderState state, object target, out Value value)
    {
        if (state.Engine.Models.FindReader(target, name) is not { } reader)
        {
            value = default;
            return false;
        }

        _last = new WeakReference<MemberReader>(reader);
        value = reader.Read(state, target);
        return true;
    }
}
