// Islands of the shop.
export {};
