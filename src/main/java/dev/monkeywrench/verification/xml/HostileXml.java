package dev.monkeywrench.verification.xml;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML without document types and entities; nothing is fetched for it. */
public final class HostileXml {

    private HostileXml() {}

    public static XMLStreamReader reader(String document) throws XMLStreamException {
        return factory().createXMLStreamReader(new StringReader(document));
    }

    /** Made anew for each document: factories are not promised to be thread-safe. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing is fetched for a report");
        });
        return factory;
    }
}
