package org.upstart4j.picture.internal.svg;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The elements of pictures. */
final class Elements {

  private Elements() {}

  /** All elements of a picture, the outermost first; fails if it is not well-formed. */
  static List<Element> elements(String svg) {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(null);
      Element root = builder.parse(new InputSource(new StringReader(svg))).getDocumentElement();
      List<Element> elements = new ArrayList<>(List.of(root));
      elements.addAll(below(root, "*"));
      return elements;
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new AssertionError("Not well-formed: " + svg, e);
    }
  }

  /** The elements of a name within another one. */
  static List<Element> below(Element element, String name) {
    NodeList found = element.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
