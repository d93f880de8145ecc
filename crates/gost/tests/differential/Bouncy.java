import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cryptopro.ECGOST3410NamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECGOST3410_2012Signer;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.encoders.Hex;

/**
 * BouncyCastle as a judge of many cases in one process. Each line holds the identifier of the parameter set, the private key
 * (little-endian), the digest, a signature to be accepted, one to be refused; answers are those of engine.c.
 */
public final class Bouncy {
    private static final SecureRandom CHANCE = new SecureRandom();

    public static void main(String[] arguments) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ");
            System.out.println(answer(words[0], Hex.decode(words[1]), Hex.decode(words[2]), Hex.decode(words[3]), Hex.decode(words[4])));
        }
    }

    private static String answer(String oid, byte[] d, byte[] digest, byte[] good, byte[] bad) {
        X9ECParameters x9 = ECGOST3410NamedCurves.getByOIDX9(new ASN1ObjectIdentifier(oid));
        ECDomainParameters domain = new ECDomainParameters(x9.getCurve(), x9.getG(), x9.getN(), x9.getH());
        ECPrivateKeyParameters key = new ECPrivateKeyParameters(new BigInteger(1, Arrays.reverse(d)), domain);
        ECPoint point = domain.getG().multiply(key.getD()).normalize();
        ECPublicKeyParameters publicKey = new ECPublicKeyParameters(point, domain);
        ECGOST3410_2012Signer signer = new ECGOST3410_2012Signer();
        signer.init(true, new ParametersWithRandom(key, CHANCE));
        BigInteger[] rs = signer.generateSignature(digest);
        int size = digest.length;
        return Hex.toHexString(littleEndian(point.getAffineXCoord().toBigInteger(), size))
                + Hex.toHexString(littleEndian(point.getAffineYCoord().toBigInteger(), size))
                + (accepts(publicKey, digest, good) ? " 1" : " 0")
                + (accepts(publicKey, digest, bad) ? " 0 " : " 1 ")
                + Hex.toHexString(Arrays.reverse(littleEndian(rs[1], size)))
                + Hex.toHexString(Arrays.reverse(littleEndian(rs[0], size)));
    }

    private static boolean accepts(ECPublicKeyParameters key, byte[] digest, byte[] signature) {
        int size = digest.length;
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 0, size));
        BigInteger r = new BigInteger(1, Arrays.copyOfRange(signature, size, 2 * size));
        ECGOST3410_2012Signer signer = new ECGOST3410_2012Signer();
        signer.init(false, key);
        return signer.verifySignature(digest, r, s);
    }

    private static byte[] littleEndian(BigInteger number, int size) {
        byte[] out = new byte[size];
        byte[] octets = Arrays.reverse(number.toByteArray());
        System.arraycopy(octets, 0, out, 0, Math.min(size, octets.length));
        return out;
    }
}
