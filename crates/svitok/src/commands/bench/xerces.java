import java.io.ByteArrayInputStream;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.validation.Schema;
import org.apache.xerces.jaxp.SAXParserFactoryImpl;
import org.apache.xerces.jaxp.validation.XMLSchemaFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Xerces-J at work: parses a document and validates it against a schema; for each byte of the standard input one window, its rate on a line. */
public final class xerces {
    private static final long WINDOW_NS = 300_000_000L;
    private static final int WARM_DOCUMENTS = 20_000;

    public static void main(String[] arguments) throws Exception {
        Schema schema = new XMLSchemaFactory().newSchema(new File(arguments[0]));
        byte[] document = Files.readAllBytes(Path.of(arguments[1]));
        SAXParserFactoryImpl factory = new SAXParserFactoryImpl();
        factory.setNamespaceAware(true);
        factory.setSchema(schema);
        XMLReader reader = factory.newSAXParser().getXMLReader();
        reader.setErrorHandler(new DefaultHandler() {
            @Override
            public void error(SAXParseException fault) throws SAXException {
                throw fault;
            }
        });
        for (int i = 0; i < WARM_DOCUMENTS; i++) {
            reader.parse(new InputSource(new ByteArrayInputStream(document)));
        }
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        while (System.in.read() != -1) {
            long begun = clock.getCurrentThreadCpuTime();
            long passed = 0;
            int done = 0;
            while (passed < WINDOW_NS) {
                for (int i = 0; i < 16; i++) {
                    reader.parse(new InputSource(new ByteArrayInputStream(document)));
                }
                done += 16;
                passed = clock.getCurrentThreadCpuTime() - begun;
            }
            System.out.println(done * 1e9 / passed);
            System.out.flush();
        }
    }
}
