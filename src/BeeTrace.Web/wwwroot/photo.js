// A picture is made smaller before it costs anybody's line; where that fails the server says what is wrong with it.
const input = document.querySelector('[data-shrink]');
input.addEventListener('change', async () => {
  const [file] = input.files;
  if (!file) return;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, input.dataset.shrink / Math.max(picture.width, picture.height));
    const canvas = Object.assign(document.createElement('canvas'), { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const small = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.85));
    const files = new DataTransfer();
    files.items.add(new File([small], 'photo.jpg', { type: 'image/jpeg' }));
    input.files = files.files;
  } catch (fault) {
    console.info('The picture is sent as it is:', fault.message);
  }
});
