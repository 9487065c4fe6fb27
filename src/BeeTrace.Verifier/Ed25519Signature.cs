using Org.BouncyCastle.Math.EC.Rfc8032;

namespace BeeTrace.Verifier;

/// <summary>Signatures of notes (RFC 8032, pure Ed25519), which .NET does not have.</summary>
public static class Ed25519Signature
{
    /// <summary>Bytes in a secret key, and in a public one.</summary>
    public const int KeyBytes = 32;

    /// <summary>Bytes in a signature.</summary>
    public const int SignatureBytes = 64;

    /// <summary>Whether the signature is of that key over that message. False, never an exception, for whatever is no key or no signature.</summary>
    public static bool Verify(byte[] publicKey, byte[] message, byte[] signature) =>
        publicKey.Length == KeyBytes && signature.Length == SignatureBytes && Ed25519.Verify(signature, 0, publicKey, 0, message, 0, message.Length);

    /// <summary>Signs a message; the same key and message always give the same signature.</summary>
    /// <param name="secretKey">32 bytes from a cryptographic source (RFC 8032 calls them the private key).</param>
    /// <param name="message">What is signed.</param>
    public static byte[] Sign(byte[] secretKey, byte[] message)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(secretKey.Length, KeyBytes, nameof(secretKey));
        var signature = new byte[SignatureBytes];
        Ed25519.Sign(secretKey, 0, message, 0, message.Length, signature, 0);
        return signature;
    }

    /// <summary>The public half of a secret key.</summary>
    public static byte[] PublicKeyOf(byte[] secretKey)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(secretKey.Length, KeyBytes, nameof(secretKey));
        var publicKey = new byte[KeyBytes];
        Ed25519.GeneratePublicKey(secretKey, 0, publicKey, 0);
        return publicKey;
    }
}
