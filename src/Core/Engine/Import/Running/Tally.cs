using Clientele.Storage.Writing;

namespace Clientele.Import;

/// <summary>Counts what putting records of one sort changed.</summary>
internal sealed class Tally
{
    private long _added;
    private long _unchanged;
    private long _changed;

    public RecordCounts Counts => new(_added, _unchanged, _changed);

    public void Count(PutResult result)
    {
        switch (result)
        {
            case PutResult.Added:
                _added++;
                break;
            case PutResult.Changed:
                _changed++;
                break;
            default:
                _unchanged++;
                break;
        }
    }
}
