namespace Clientele.Templating;

/// <content>Reading and writing by index.</content>
internal sealed partial class RenderState
{
    public Value Item(in Value owner, in Value index, TextSpan ownerSpan, TextSpan indexSpan)
    {
        if (index.IsNull)
        {
            return Settings.EnableNullIndexer
                ? Value.Null
                : throw Fail(indexSpan, "The index is null.", TemplateErrorCode.NullTarget);
        }

        if (owner.Kind == ValueKind.Object)
        {
            return ModelAccess.TryGetItem(this, owner.Reference!, index, indexSpan, out var item)
                ? item
                : Member(owner, Text(index, indexSpan), indexSpan);
        }

        if (owner.IsList || owner.Kind is ValueKind.String or ValueKind.Safe)
        {
            return index.IsText ? Member(owner, Text(index, indexSpan), indexSpan) : At(owner, ToInt(index, indexSpan), ownerSpan, indexSpan);
        }

        if (owner.Kind is ValueKind.Date or ValueKind.TimeSpan && index.IsText)
        {
            return Member(owner, Text(index, indexSpan), indexSpan);
        }

        throw Fail(ownerSpan, $"{KindName.Of(owner)} has no items.");
    }

    public void SetItem(in Value owner, in Value index, in Value value, TextSpan ownerSpan, TextSpan indexSpan)
    {
        if (owner.Kind == ValueKind.Object)
        {
            if (IsCompatible && owner.Reference is System.Collections.IDictionary { IsReadOnly: false } dictionary)
            {
                dictionary[Conversions.ToObject(index)!] = Conversions.ToObject(value);
                return;
            }

            SetMember(owner, Text(index, indexSpan), value, indexSpan);
            return;
        }

        if (owner.Reference is not TemplateArray array)
        {
            throw Fail(ownerSpan, $"The items of {KindName.Of(owner)} cannot be assigned.", TemplateErrorCode.ReadOnly);
        }

        var position = ToInt(index, indexSpan);
        position = position < 0 ? position + array.Count : position;
        if (position < 0)
        {
            return;
        }

        if (position >= array.Count && !Settings.EnableRelaxedIndexerAccess)
        {
            throw Fail(indexSpan, $"The index {position} is outside the array of {array.Count} items.");
        }

        ChargeItems(indexSpan, position + 1L);
        array.Set(position, value);
    }

    private Value At(in Value owner, int index, TextSpan ownerSpan, TextSpan indexSpan)
    {
        var isText = !owner.IsList;
        var list = isText ? null : owner.List;
        var count = list is null ? owner.Text.Length : list.Count;
        if (count < 0)
        {
            list = ToArray(list!, ownerSpan);
            count = list.Count;
        }

        var position = index < 0 ? index + count : index;
        if (position >= 0 && position < count)
        {
            return list is null ? Value.Of(owner.Text[position]) : list[position];
        }

        if (!Settings.EnableRelaxedIndexerAccess)
        {
            throw Fail(indexSpan, $"The index {index} is outside the {count} items.");
        }

        return isText && IsCompatible
            ? throw Fail(ownerSpan, $"The index {index} is outside the text of {count} characters.")
            : Value.Null;
    }
}
