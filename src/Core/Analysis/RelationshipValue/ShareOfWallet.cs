namespace Clientele.Analysis.RelationshipValue;

/// <summary>What a client is thought to spend in all, and who says so.</summary>
/// <param name="Spend">The client's total spend on what the firm sells, in a year; above 0.</param>
/// <param name="On">The day of the estimate.</param>
/// <param name="Source">Where it is from.</param>
/// <param name="Confidence">How sure it is, between 0 and 1.</param>
public sealed record WalletEstimate(decimal Spend, DateOnly On, string Source, double Confidence);

/// <summary>What the firm bills a client in a category, beside what he spends on it.</summary>
/// <param name="Client">The client.</param>
/// <param name="Category">What kind of purchase.</param>
/// <param name="Ours">What the firm bills him in a year; 0 or more.</param>
/// <param name="Estimate">What he spends in all; <see langword="null"/> where nobody knows, which is not zero.</param>
public sealed record Wallet(string Client, string Category, decimal Ours, WalletEstimate? Estimate);

/// <summary>The firm's share of what a client spends.</summary>
/// <param name="Client">The client.</param>
/// <param name="Category">What kind of purchase.</param>
/// <param name="Share">The share, between 0 and 1.</param>
/// <param name="Headroom">What he spends elsewhere.</param>
/// <param name="Estimate">What it rests on.</param>
public sealed record ShareOfWallet(string Client, string Category, decimal Share, decimal Headroom, WalletEstimate Estimate)
{
    /// <summary>The share of one client in one category.</summary>
    /// <param name="wallet">Billing and estimate.</param>
    /// <returns>The share, or why it is unknown: no estimate, or one below what the firm bills.</returns>
    public static Finding<ShareOfWallet> Of(Wallet wallet)
    {
        ArgumentNullException.ThrowIfNull(wallet);
        if (wallet.Estimate is not { } estimate)
        {
            return Finding.Refused<ShareOfWallet>("no_estimate", new("Nobody has estimated what the client spends in all, so that the share is unknown.", "尚无对该客户总支出的估计，份额未知。"));
        }

        var reason = OutOfRange.Of(
            OutOfRange.Cost("billing", "开票额", wallet.Ours),
            new Input(new("estimated total spend", "估计总支出"), (double)estimate.Spend, 0.01, OutOfRange.LargestAmount),
            OutOfRange.Share("confidence of the estimate", "估计可信度", estimate.Confidence));
        return reason is not null ? Finding.Refused<ShareOfWallet>(reason)
            : wallet.Ours > estimate.Spend ? Finding.Refused<ShareOfWallet>("estimate_outdated", new("The client's estimated spend is below what the firm bills alone; estimate it again.", "客户总支出估计低于本企业的开票额；请重新估计。"))
            : Finding.Of(new ShareOfWallet(wallet.Client, wallet.Category, wallet.Ours / estimate.Spend, estimate.Spend - wallet.Ours, estimate));
    }
}

/// <summary>The shares of all clients together.</summary>
/// <param name="Share">Σ billing / Σ spend over the known ones: weighted, not the mean of the ratios.</param>
/// <param name="ByHeadroom">The known ones, the most to win first.</param>
/// <param name="Unknown">The others, with the reason.</param>
public sealed record WalletPortfolio(decimal Share, IReadOnlyList<ShareOfWallet> ByHeadroom, IReadOnlyList<(Wallet Wallet, Reason Reason)> Unknown)
{
    /// <summary>Puts the shares of clients together.</summary>
    /// <param name="wallets">Billing and estimates.</param>
    /// <returns>The portfolio, or why there is none.</returns>
    public static Finding<WalletPortfolio> Of(IEnumerable<Wallet> wallets)
    {
        ArgumentNullException.ThrowIfNull(wallets);
        var findings = wallets.Select(wallet => (Wallet: wallet, Found: ShareOfWallet.Of(wallet))).ToList();
        var known = findings.Where(finding => finding.Found.IsKnown).Select(finding => finding.Found.Value!)
            .OrderByDescending(share => share.Headroom).ThenBy(share => share.Client, StringComparer.Ordinal).ThenBy(share => share.Category, StringComparer.Ordinal).ToList();
        if (known.Count == 0)
        {
            return Finding.Refused<WalletPortfolio>(TooFew.Of(new("clients with an estimate of their spend", "有总支出估计的客户"), 0, 1));
        }

        var spend = known.Sum(share => share.Estimate.Spend);
        return Finding.Of(new WalletPortfolio(
            (spend - known.Sum(share => share.Headroom)) / spend,
            known,
            [.. findings.Where(finding => !finding.Found.IsKnown).Select(finding => (finding.Wallet, finding.Found.Refusal!))]));
    }

    /// <summary>The firm's share of a market: Σ ours / Σ market.</summary>
    /// <param name="ours">What the firm sells in it.</param>
    /// <param name="market">What is sold in it; above 0 and not below <paramref name="ours"/>.</param>
    /// <returns>The share, or why there is none.</returns>
    public static Finding<decimal> MarketShare(decimal ours, decimal market)
    {
        var reason = OutOfRange.Of(
            new Input(new("size of the market", "市场规模"), (double)market, 0.01, OutOfRange.LargestAmount),
            new Input(new("own sales", "本企业销售额"), (double)ours, 0, (double)market));
        return reason is null ? Finding.Of(ours / market) : Finding.Refused<decimal>(reason);
    }
}
