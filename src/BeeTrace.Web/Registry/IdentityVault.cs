using System.Security.Cryptography;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Commands;
using BeeTrace.Web.Data;

namespace BeeTrace.Web.Registry;

/// <summary>
/// Seals identity numbers with a key that does not lie in the database: whoever takes the database or a backup of it reads none.
/// The key is <c>BEETRACE_IDENTITY_KEY</c> (32 bytes in base64) or the file <c>identity.key</c> in BEETRACE_HOME, made at first use and
/// readable by its owner only. Several hosts on one database share one key. Who loses it loses the numbers, and nothing else.
/// </summary>
/// <remarks>
/// AES-256-GCM with a fresh nonce; the beekeeper's id is associated data, so that a sealed number cannot be moved to another row.
/// The hash by which the same person is found is an HMAC-SHA-256: without the key nobody can try all numbers.
/// </remarks>
public sealed class IdentityVault(Settings settings)
{
    private const string Variable = "BEETRACE_IDENTITY_KEY";

    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>First byte of what is sealed, so that another way of sealing can follow.</summary>
    private const byte Version = 1;

    private readonly Lazy<(byte[] Seal, byte[] Hash)> _keys = new(() => Derive(ReadOrMake(settings)));

    /// <summary>Where the key is looked for.</summary>
    public static string WhereOf(Settings settings) => settings.IdentityKey is null ? FileOf(settings) : Variable;

    /// <summary>False where the next number that is sealed would be the first under a new key.</summary>
    public static bool HasKey(Settings settings) => settings.IdentityKey is not null || File.Exists(FileOf(settings));

    public byte[] Seal(BeekeeperId beekeeper, IdentityNumber number)
    {
        var plain = Encoding.ASCII.GetBytes(number.Text);
        var box = new byte[1 + NonceBytes + TagBytes + plain.Length];
        box[0] = Version;
        var nonce = box.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_keys.Value.Seal, TagBytes);
        aes.Encrypt(nonce, plain, box.AsSpan(1 + NonceBytes + TagBytes), box.AsSpan(1 + NonceBytes, TagBytes), beekeeper.Value.ToByteArray(bigEndian: true));
        return box;
    }

    /// <summary>The number, or that this key, or this beekeeper, is not the one it was sealed for.</summary>
    public Outcome<IdentityNumber> Open(BeekeeperId beekeeper, ReadOnlySpan<byte> box, DateOnly today)
    {
        if (box.Length != 1 + NonceBytes + TagBytes + IdentityNumber.Length || box[0] != Version)
            return new Refusal(OfficeRefusal.IdentityKeyWrong);
        var plain = new byte[IdentityNumber.Length];
        using var aes = new AesGcm(_keys.Value.Seal, TagBytes);
        try
        {
            aes.Decrypt(
                box.Slice(1, NonceBytes), box[(1 + NonceBytes + TagBytes)..], box.Slice(1 + NonceBytes, TagBytes), plain, beekeeper.Value.ToByteArray(bigEndian: true));
        }
        catch (AuthenticationTagMismatchException)
        {
            return new Refusal(OfficeRefusal.IdentityKeyWrong);
        }

        return IdentityNumber.Parse(Encoding.ASCII.GetString(plain), today);
    }

    /// <summary>Equal for equal numbers, and tells nothing of them without the key.</summary>
    public byte[] HashOf(IdentityNumber number) => HMACSHA256.HashData(_keys.Value.Hash, Encoding.ASCII.GetBytes(number.Text));

    /// <summary>Two keys for two purposes (HKDF, RFC 5869): a weakness in one use tells nothing of the other.</summary>
    private static (byte[] Seal, byte[] Hash) Derive(byte[] key) => (
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, info: "BeeTrace identity number seal"u8.ToArray()),
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, info: "BeeTrace identity number hash"u8.ToArray()));

    private static string FileOf(Settings settings) => Path.Combine(settings.Home, "identity.key");

    private static byte[] ReadOrMake(Settings settings)
    {
        if (settings.IdentityKey is { } set)
            return Decoded(set, Variable);
        var path = FileOf(settings);
        if (!File.Exists(path))
            KeyFile.Make(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)) + "\n");
        return Decoded(File.ReadAllText(path), path);
    }

    private static byte[] Decoded(string text, string where)
    {
        var key = new byte[KeyBytes + 1];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length == KeyBytes
            ? key[..KeyBytes]
            : throw new DataSetupException($"{where} holds no key: {KeyBytes} bytes in base64 are needed, as \"openssl rand -base64 {KeyBytes}\" makes them.");
    }
}
