package io.butcherblock.formats;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/**
 * What a file says of its picture in XMP (ISO 16684-1): title, keywords, author, rights, rating,
 * place. What tells of its pixels or of the file itself does not hold for an image made of it and
 * is left out.
 */
public final class Xmp {

  /** More than any packet, and little enough to read whatever a file claims. */
  public static final int LONGEST = 1 << 24;

  /** What of it is called where it is lost. */
  public static final String PART = "part of XMP";

  /**
   * Bounds far above what programs write. Java's parser and writer look through all namespaces that
   * are open for each name, so that a small file could keep them busy for hours.
   */
  private static final int DEEPEST = 64;

  private static final int MOST_ELEMENTS = 100_000;
  private static final int MOST_NAMESPACES = 1000;

  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final QName ROOT = new QName(RDF, "RDF");
  private static final QName DESCRIPTION = new QName(RDF, "Description");

  /** Of attributes that are no properties: rdf:about, xml:lang. */
  private static final Set<String> SYNTAX = Set.of("", RDF, XMLConstants.XML_NS_URI);

  /** Each namespace that describes a picture, with those names in it that tell of pixels. */
  private static final Map<String, Set<String>> DESCRIBING =
      Map.ofEntries(
          Map.entry("http://purl.org/dc/elements/1.1/", Set.of()),
          Map.entry("http://ns.adobe.com/xap/1.0/", Set.of("Thumbnails")),
          Map.entry("http://ns.adobe.com/xap/1.0/rights/", Set.of()),
          Map.entry(
              "http://ns.adobe.com/photoshop/1.0/",
              Set.of("ColorMode", "DocumentAncestors", "History", "TextLayers")),
          Map.entry("http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", Set.of()),
          Map.entry("http://iptc.org/std/Iptc4xmpExt/2008-02-29/", Set.of("ImageRegion")),
          Map.entry("http://ns.useplus.org/ldf/xmp/1.0/", Set.of()),
          Map.entry("http://creativecommons.org/ns#", Set.of()),
          Map.entry("http://ns.adobe.com/lightroom/1.0/", Set.of()),
          Map.entry("http://ns.microsoft.com/photo/1.0/", Set.of()),
          Map.entry("http://ns.microsoft.com/photo/1.0", Set.of()),
          Map.entry("http://www.digikam.org/ns/1.0/", Set.of()),
          Map.entry("http://ns.acdsee.com/iptc/1.0/", Set.of()),
          Map.entry("http://www.metadataworkinggroup.com/schemas/keywords/", Set.of()),
          Map.entry("http://ns.adobe.com/exif/1.0/aux/", Set.of()),
          Map.entry("http://cipa.jp/exif/1.0/", Set.of()),
          Map.entry(
              "http://ns.adobe.com/tiff/1.0/",
              Set.of(
                  "Orientation",
                  "ImageWidth",
                  "ImageLength",
                  "BitsPerSample",
                  "SamplesPerPixel",
                  "Compression",
                  "PhotometricInterpretation",
                  "PlanarConfiguration",
                  "YCbCrSubSampling",
                  "YCbCrPositioning",
                  "YCbCrCoefficients",
                  "XResolution",
                  "YResolution",
                  "ResolutionUnit",
                  "TransferFunction",
                  "WhitePoint",
                  "PrimaryChromaticities",
                  "ReferenceBlackWhite",
                  "NativeDigest")),
          Map.entry(
              "http://ns.adobe.com/exif/1.0/",
              Set.of(
                  "PixelXDimension",
                  "PixelYDimension",
                  "ColorSpace",
                  "ComponentsConfiguration",
                  "CompressedBitsPerPixel",
                  "SubjectArea",
                  "SubjectLocation",
                  "FocalPlaneXResolution",
                  "FocalPlaneYResolution",
                  "FocalPlaneResolutionUnit",
                  "NativeDigest")));

  /** The names of the file and of its versions, which an image made of it must not bear. */
  private static final String MEDIA_MANAGEMENT = "http://ns.adobe.com/xap/1.0/mm/";

  private final byte[] packet;
  private final boolean partial;

  private Xmp(byte[] packet, boolean partial) {
    this.packet = packet;
    this.partial = partial;
  }

  /**
   * Takes what describes the picture out of a packet.
   *
   * @return empty if the packet is damaged
   */
  public static Optional<Xmp> of(byte[] packet) {
    try {
      return Optional.of(new Filter().kept(packet));
    } catch (XMLStreamException | CharacterCodingException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** What describes the picture, as a packet in UTF-8; empty if nothing does. */
  public Optional<byte[]> packet() {
    return packet.length == 0 ? Optional.empty() : Optional.of(packet.clone());
  }

  /** Whether there was more in the packet that is not kept, and that no new file says itself. */
  public boolean isPartial() {
    return partial;
  }

  /** Copies a packet's events but for those of properties that are left out. */
  private static final class Filter {
    private final XMLEventFactory events = XMLEventFactory.newDefaultFactory();
    private final List<QName> open = new ArrayList<>();
    private int properties;
    private boolean partial;
    private int depth;
    private int elements;
    private int namespaces;

    Xmp kept(byte[] packet) throws XMLStreamException, CharacterCodingException {
      ByteArrayOutputStream kept = new ByteArrayOutputStream();
      kept.writeBytes(
          "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
              .getBytes(StandardCharsets.UTF_8));
      XMLEventReader in = reader(packet);
      XMLEventWriter out = XMLOutputFactory.newDefaultFactory().createXMLEventWriter(kept, "UTF-8");
      while (in.hasNext()) {
        copy(in, out);
      }
      out.close();
      kept.writeBytes("\n<?xpacket end=\"w\"?>".getBytes(StandardCharsets.UTF_8));
      return new Xmp(properties == 0 ? new byte[0] : kept.toByteArray(), partial);
    }

    private static XMLEventReader reader(byte[] packet)
        throws XMLStreamException, CharacterCodingException {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      factory.setXMLReporter((message, type, information, location) -> {});
      // Decoded before it is parsed: the parser prints what is no UTF-8 to standard error.
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(packet)).toString();
      return factory.createXMLEventReader(new StringReader(withoutPadding(text)));
    }

    /** Without a byte order mark, and zeros by which some programs reserve room. */
    private static String withoutPadding(String text) {
      int begin = text.startsWith("\uFEFF") ? 1 : 0;
      int end = text.length();
      while (end > begin && text.charAt(end - 1) == 0) {
        end--;
      }
      return text.substring(begin, end);
    }

    private void copy(XMLEventReader in, XMLEventWriter out) throws XMLStreamException {
      XMLEvent event = next(in);
      if (event.isStartElement()) {
        start(event.asStartElement(), in, out);
      } else if (event.isEndElement()) {
        open.remove(open.size() - 1);
        out.add(event);
      } else if (event.isCharacters() && !open.isEmpty()) {
        out.add(event);
      } else if (event.getEventType() == XMLEvent.DTD
          || event.getEventType() == XMLEvent.ENTITY_REFERENCE) {
        throw new XMLStreamException("XMP has no document type");
      }
    }

    private XMLEvent next(XMLEventReader in) throws XMLStreamException {
      XMLEvent event = in.nextEvent();
      if (event.isStartElement()) {
        depth++;
        elements++;
        event.asStartElement().getNamespaces().forEachRemaining(declared -> namespaces++);
        if (depth > DEEPEST || elements > MOST_ELEMENTS || namespaces > MOST_NAMESPACES) {
          throw new XMLStreamException("more than a description of a picture needs");
        }
      } else if (event.isEndElement()) {
        depth--;
      }
      return event;
    }

    private void start(StartElement element, XMLEventReader in, XMLEventWriter out)
        throws XMLStreamException {
      int above = open.size();
      boolean property = above >= 2 && isDescription(open.get(above - 1), above - 1);
      if (property && !isKept(element.getName())) {
        skip(in);
        return;
      }
      boolean description = isDescription(element.getName(), above);
      out.add(description ? withKeptAttributes(element) : element);
      properties += property ? 1 : 0;
      open.add(element.getName());
    }

    /** Whether an element below so many others holds properties of the picture. */
    private boolean isDescription(QName name, int above) {
      return name.equals(DESCRIPTION) && above >= 1 && open.get(above - 1).equals(ROOT);
    }

    private StartElement withKeptAttributes(StartElement element) {
      List<Attribute> kept = new ArrayList<>();
      element
          .getAttributes()
          .forEachRemaining(
              attribute -> {
                String namespace = attribute.getName().getNamespaceURI();
                boolean property = !SYNTAX.contains(namespace);
                if (!property || isKept(attribute.getName())) {
                  kept.add(attribute);
                  properties += property ? 1 : 0;
                }
              });
      return events.createStartElement(element.getName(), kept.iterator(), element.getNamespaces());
    }

    private boolean isKept(QName property) {
      String namespace = property.getNamespaceURI();
      Set<String> ofPixels = DESCRIBING.get(namespace);
      partial |= ofPixels == null && !namespace.equals(MEDIA_MANAGEMENT);
      return ofPixels != null && !ofPixels.contains(property.getLocalPart());
    }

    /** Skips the content of the element that begins, and its end. */
    private void skip(XMLEventReader in) throws XMLStreamException {
      for (int outside = depth - 1; depth > outside; ) {
        next(in);
      }
    }
  }
}
