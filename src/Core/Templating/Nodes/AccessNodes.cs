using System.Runtime.CompilerServices;

namespace Clientele.Templating;

/// <summary><c>a.b</c>.</summary>
internal sealed class MemberNode(TextSpan span, Node target, string member, TextSpan memberSpan, bool conditional, CallSite site) : Node(span), IAssignable
{
    private readonly MemberSite _site = new(member);

    public override Value Evaluate(RenderState state)
    {
        var value = EvaluateUncalled(state);
        return value.Kind == ValueKind.Function ? state.CallIfFunction(value, site) : value;
    }

    public override Value EvaluateUncalled(RenderState state) => Of(state, target.Evaluate(state));

    public override void Write(RenderState state, TextSpan span)
    {
        var owner = target.Evaluate(state);
        if (owner.Kind == ValueKind.Object && owner.Reference is not TemplateObject && TryWriteOfModel(state, owner.Reference!, span))
        {
            return;
        }

        var value = state.CallIfFunction(Of(state, owner), site);
        if (!value.IsNull)
        {
            state.Write(value, span);
        }
    }

    private Value Of(RenderState state, in Value owner)
    {
        if (owner.IsNull)
        {
            return conditional || owner.IsUnset ? Value.Unset : state.MemberOfNull(member, memberSpan, target.Span);
        }

        return owner.Kind == ValueKind.Object && owner.Reference is not TemplateObject ? OfModel(state, owner) : state.Member(owner, member, memberSpan);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryWriteOfModel(RenderState state, object owner, TextSpan span)
    {
        try
        {
            return _site.TryWrite(state, owner, span);
        }
        catch (Exception exception) when (exception is not (TemplateException or OperationCanceledException or OutOfMemoryException))
        {
            throw state.MemberFailed(member, memberSpan, exception);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Value OfModel(RenderState state, in Value owner)
    {
        try
        {
            return _site.TryRead(state, owner.Reference!, out var value) ? value : state.Member(owner, member, memberSpan);
        }
        catch (Exception exception) when (exception is not (TemplateException or OperationCanceledException or OutOfMemoryException))
        {
            throw state.MemberFailed(member, memberSpan, exception);
        }
    }

    public void Assign(RenderState state, Value value)
    {
        var owner = target.Evaluate(state);
        if (owner.IsNull)
        {
            throw state.Fail(memberSpan, $"Null has no member `{member}` to assign.", TemplateErrorCode.NullTarget);
        }

        state.SetMember(owner, member, value, memberSpan);
    }
}

/// <summary><c>a[i]</c>.</summary>
internal sealed class IndexNode(TextSpan span, Node target, Node index, CallSite site) : Node(span), IAssignable
{
    public override Value Evaluate(RenderState state)
    {
        var value = EvaluateUncalled(state);
        return value.Kind == ValueKind.Function ? state.CallIfFunction(value, site) : value;
    }

    public override Value EvaluateUncalled(RenderState state)
    {
        var owner = target.Evaluate(state);
        if (owner.IsNull)
        {
            if (owner.IsUnset || state.Settings.EnableRelaxedTargetAccess)
            {
                return Value.Unset;
            }

            throw state.Fail(target.Span, "Null has no items.", TemplateErrorCode.NullTarget);
        }

        return state.Item(owner, index.Evaluate(state), target.Span, index.Span);
    }

    public void Assign(RenderState state, Value value)
    {
        var owner = target.Evaluate(state);
        if (owner.IsNull)
        {
            throw state.Fail(target.Span, "Null has no items to assign.", TemplateErrorCode.NullTarget);
        }

        state.SetItem(owner, index.Evaluate(state), value, target.Span, index.Span);
    }
}
