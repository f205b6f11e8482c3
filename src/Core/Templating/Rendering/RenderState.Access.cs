namespace Clientele.Templating;

/// <content>Members and items of values.</content>
internal sealed partial class RenderState
{
    public Value MemberOfNull(string member, TextSpan memberSpan, TextSpan targetSpan)
    {
        if (Settings.EnableRelaxedTargetAccess)
        {
            return Value.Unset;
        }

        if (member is "empty?" or "blank?")
        {
            return Settings.EnableRelaxedMemberAccess
                ? Value.Null
                : throw Fail(targetSpan, $"Null has no member `{member}`.", TemplateErrorCode.NullTarget);
        }

        throw Fail(memberSpan, $"`{Source.Slice(targetSpan)}` is null and has no member `{member}`.", TemplateErrorCode.NullTarget);
    }

    public Value Member(in Value owner, string member, TextSpan span)
    {
        if (TryMember(owner, member, span, out var value))
        {
            return value;
        }

        if (member is "empty?" or "blank?")
        {
            return Value.Of(EmptyOperators.IsEmpty(this, owner, span));
        }

        if (Settings.EnableRelaxedMemberAccess)
        {
            return Value.Null;
        }

        throw FailUnknown(
            span, $"There is no member `{member}`.", TemplateErrorCode.UnknownVariable,
            owner.Kind == ValueKind.Object ? Suggestion.Closest(member, MemberNames(owner, span)) : null);
    }

    public bool TryMember(in Value owner, string member, TextSpan span, out Value value)
    {
        value = Value.Null;
        switch (owner.Kind)
        {
            case ValueKind.Object:
                if (owner.Reference is TemplateObject template)
                {
                    return template.TryGet(member, out value);
                }

                return TryModelMember(owner.Reference!, member, span, out value);
            case ValueKind.String or ValueKind.Safe when member == "size":
                value = Value.Of(owner.Text.Length);
                return true;
            case ValueKind.Array or ValueKind.Range:
                return TryListMember(owner.List, member, span, out value);
            case ValueKind.Date:
                return DateMembers.TryGet(owner.Date, member, out value);
            case ValueKind.TimeSpan:
                return DateMembers.TryGet(owner.TimeSpan, member, out value);
            case ValueKind.Opaque:
                return Engine.Models.TryGetMember(this, owner.Reference!, member, out value);
            default:
                return false;
        }
    }

    private bool TryModelMember(object model, string member, TextSpan span, out Value value)
    {
        try
        {
            return Engine.Models.TryGetMember(this, model, member, out value);
        }
        catch (Exception exception) when (exception is not (TemplateException or OperationCanceledException or OutOfMemoryException))
        {
            throw MemberFailed(member, span, exception);
        }
    }

    public TemplateException MemberFailed(string member, TextSpan span, Exception exception)
    {
        var cause = exception is System.Reflection.TargetInvocationException { InnerException: { } inner } ? inner : exception;
        return Fail(span, $"The member `{member}` failed: {cause.Message}", TemplateErrorCode.Host, cause);
    }

    public IEnumerable<string> MemberNames(in Value owner, TextSpan span)
    {
        _ = span;
        return owner.Reference switch
        {
            TemplateObject template => template.Names,
            GlobalScope scope => scope.Names(this),
            LoopScope => [],
            { } model => Engine.Models.Names(this, model),
            _ => [],
        };
    }

    public int MemberCount(in Value owner, TextSpan span) =>
        owner.Reference is TemplateObject template ? template.Count : MemberNames(owner, span).Count();

    public void SetMember(in Value owner, string member, in Value value, TextSpan span)
    {
        switch (owner.Reference)
        {
            case TemplateObject template:
                if (template.IsReadOnly(member))
                {
                    throw Fail(span, $"The member `{member}` is read-only.", TemplateErrorCode.ReadOnly);
                }

                ChargeItems(span, template.Count);
                template.Set(member, value);
                if (ReferenceEquals(template, Globals.Own(this)))
                {
                    Shadowed |= Builtins.ModuleBit(member);
                }

                break;
            case GlobalScope scope when ReferenceEquals(scope, Globals):
                Assign(member, value, span);
                break;
            case BuiltinModule module:
                SetBuiltinMember(module, member, value, span);
                break;
            case System.Collections.IDictionary { IsReadOnly: false } dictionary when IsCompatible:
                dictionary[member] = Conversions.ToObject(value);
                break;
            case TemplateArray array:
                (array.Members ??= new TemplateObject()).Set(member, value);
                break;
            default:
                throw Fail(span, $"The member `{member}` of {KindName.Of(owner)} cannot be assigned.", TemplateErrorCode.ReadOnly);
        }
    }

    // A template that changes a builtin module changes its own copy.
    private void SetBuiltinMember(BuiltinModule module, string member, in Value value, TextSpan span)
    {
        if (module.Name == "date" && member == "format")
        {
            DateFormat = Text(value, span);
            return;
        }

        var copy = new TemplateObject();
        foreach (var (name, known) in module.Members)
        {
            copy.Set(name, known);
        }

        copy.Set(member, value);
        Assign(module.Name, Value.OfObject(copy), span);
    }

    private bool TryListMember(ListView list, string member, TextSpan span, out Value value)
    {
        if (member == "size")
        {
            value = Value.Of(list.Count >= 0 ? list.Count : Items(list, span).Count());
            return true;
        }

        value = Value.Null;
        return list is TemplateArray { Members: { } members } && members.TryGet(member, out value);
    }
}
