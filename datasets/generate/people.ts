/** First names in plain ASCII, from many places; none is the ending of another, so texts stay easy to check. */
export const PEOPLE: readonly string[] = (
  "Abebe Adriana Aiko Ainhoa Akosua Alejandro Amara Anahit Aroha Asel Bashir Beatriz Birgit Bogdan Camille Chidi " +
  "Cosmin Daniyar Delphine Dimitra Ebony Eduardo Eilidh Ekaterina Emre Esperanza Farouk Florin Gaspard Giulia " +
  "Goran Gulnara Haruki Hemi Hyejin Ibrahim Ingrid Isabeau Jagoda Jelena Joaquin Kalani Kamau Katarzyna Kwame " +
  "Lakshmi Leilani Ligia Lorcan Lucinda Mahmoud Malaika Marisol Mehmet Mireille Nadezhda Naoko Niamh Nikhil " +
  "Nkechi Olamide Orsolya Pavel Phuong Quentin Rafael Rashida Ravindra Rosalind Ruairi Salome Santiago Shirin " +
  "Siobhan Soraya Stellan Tamsin Tariq Thabo Theodora Tuomas Ulrike Valentin Vasilis Wanjiru Xavier Yasmin " +
  "Yevgeny Youssef Zainab Zofia Zsolt"
).split(" ");
